/** What help texts of shops, banks, schools, transport, hosting and landlords call the same thing, a group a line. */
export const EVERYDAY = {
  en: `
    child, children, kid, kids, son, daughter
    mother, mum, mom, father, dad, parent, grandmother, grandfather, relative, family member
    baby, infant, toddler
    elderly, senior, seniors, older people
    pensioner, retired, retiree, senior
    husband, wife, spouse, partner, couple
    disabled, disability, wheelchair, accessible, accessibility
    pram, pushchair, stroller, buggy
    bike, bicycle, cycle
    car, vehicle, automobile
    bus, coach
    train, railway
    subway, metro, underground
    luggage, baggage, suitcase
    lost property, lost and found
    timetable, schedule
    fine, penalty, penalty fare
    fare, ticket price
    subscription, pass, membership, plan
    discount, reduction, reduced, rebate
    trip, journey, ride, travel
    holiday, vacation
    flat, apartment, home, house
    rent, lease, tenancy
    move house, moving house, new address
    money, cash
    cash machine, cashpoint, atm
    withdraw money, withdrawal, cash withdrawal
    abroad, foreign, international, another country
    transfer, wire, remittance
    mortgage, home loan
    loan, credit
    overdraft, negative balance
    statement, account statement
    salary, wage, pay
    tax, vat
    insurance, cover, coverage
    claim, report a loss
    scam, fraud, phishing, fraudulent
    suspicious, fake, scam
    stolen, theft, robbed
    terminate, cancel, close
    cancellation, termination, cancelling
    renew, renewal, extend, extension
    expire, expired, expiry, run out
    declined, rejected, refused
    free, free of charge, at no cost
    cheap, low price
    contactless, tap
    backup, back up, safety copy
    restore, recover, recovery
    website, site, web page
    hacked, compromised, malware, virus
    junk, spam
    forward, forwarding, redirect
    storage, disk space, quota
    slow, performance
    outage, down, disruption, downtime
    restart, reboot
    crash, freeze, hang
    internet, broadband
    router, modem
    sim, sim card
    number porting, keep my number
    roaming, abroad
    laptop, notebook, computer
    smartphone, mobile phone, cell phone
    app, application
    colleague, coworker, teammate
    admin, administrator
    permission, right, access
    lecturer, professor, teacher
    course, class, lecture
    exam, examination, test
    grade, mark
    scholarship, grant
    enrol, enroll, enrolment, matriculation
    tuition, study fee
    dormitory, student housing, hall of residence
    timescale, deadline, due date
    id card, identity card, passport, identification
    certificate, proof
    complaint, complain
    opening times, opening hours
    branch, office, store, shop
    question, enquiry, inquiry
    waiting time, how long
    doctor, physician
    medicine, medication, drug, pill, prescription
    vaccine, vaccination, jab, immunization
    dentist, dental, tooth, teeth, toothache
    pain, ache, hurt
    surgery, operation
    hospital, clinic
    glasses, spectacles, eyeglasses
    sick note, sick leave, doctor's note
    electricity, power
    meter reading, read the meter
    garbage, rubbish, waste, trash
    size, measurement, dimension
    colour, color
    gift card, gift voucher
    stock, available, availability
    pick up, collect, click and collect
    exchange, swap, replace, replacement
    reschedule, postpone, change the date
    how much, price, cost, fee, charge
    is my order, order status, track, tracking
    instalment, installment, monthly payment
    receipt, invoice
    big, large, maximum size
    weekend, saturday, sunday
    lab, laboratory
    info, information
    wi-fi, wireless, wlan
    sso, single sign-on
    undo, revert, roll back, rollback
    not found, 404
    answering machine, voicemail
    username, user name, login name
    avatar, profile picture
    banned, suspended, blocked
    getting started, first steps, tutorial
    keyboard shortcut, hotkey
    dark mode, dark theme, night mode
    lag, latency, stutter, slow
    controller, gamepad, joystick
    headphones, earphones, headset
    charger, charging cable, power adapter
    television, tv
    lose, lost, losing, loss
    forget, forgot, forgotten
    pay, paid, payment
    buy, bought
    sell, sold, sale
    send, sent
    break, broke, broken
    steal, stole, stolen
    choose, chose, chosen, choice
    write, wrote, written
    take, took, taken
    give, gave, given
    find, found
    keep, kept
    bring, brought
    begin, began, begun, start
    withdraw, withdrew, withdrawn
    freeze, froze, frozen
    drive, drove, driven
    fall, fell, fallen
    eat, ate, eaten
    speak, spoke, spoken
    spend, spent
    hide, hid, hidden
    person, people
    foot, feet
    wedding, marriage, get married, marry
    funeral, burial
    daycare, kindergarten, nursery, preschool
    appeal, objection, contest, dispute
    vote, voting, ballot, election
    lunch, meal, dinner, food
    sofa, couch, furniture
    fridge, refrigerator
    throw away, dispose, disposal, get rid of
    lamp, light
    neighbour, neighbor
    towed, tow away
    lost property, lost and found, lost item
    handicapped, disabled
    bin, garbage can, trash can, rubbish
    luggage, bag, hand luggage, carry-on
    flight, plane
    gym, fitness
    trainer, coach, instructor
    hotel room, room
    breakfast, buffet
    pet, dog, cat, animal
    key, keys, key card
    heating, radiator, heater
    landlord, owner
    tenant, renter
    deposit, security deposit
    job, vacancy, career, position
    cv, resume
    thesis, dissertation
    timetable, class schedule
    transcript, academic record
    allergy, allergic
    child seat, car seat
    accident, crash, collision
    driving licence, driver's license, driver license
    pension, retirement
    beneficiary, recipient, payee
    player, gamer
    achievement, trophy
    mod, modification, addon, plugin, extension
    save game, saved game, progress
    lawn mower, mower
    screw, bolt
    subtitle, subtitles, captions
    volume, loudness, sound`,
  it: `
    bambino, bambini, figlio, figli, figlia, ragazzo, ragazzi, minore
    madre, mamma, padre, papà, genitore, nonna, nonno, familiare, parente
    neonato, bebè
    anziano, anziani, pensionato, pensionati
    marito, moglie, coniuge, coppia
    disabile, disabili, disabilità, sedia a rotelle, accessibilità
    passeggino, carrozzina
    bici, bicicletta
    auto, macchina, automobile
    autobus, bus, pullman
    treno, ferrovia
    metro, metropolitana
    bagaglio, valigia, valigie
    oggetti smarriti, oggetti persi
    smarrito, perso, perduto
    multa, contravvenzione, sanzione
    convalidare, timbrare, obliterare
    abbonamento, tessera, iscrizione
    sconto, riduzione, ridotto, agevolazione
    gita, viaggio, escursione
    vacanza, ferie
    turista, visitatore
    casa, appartamento, abitazione
    affitto, locazione, canone
    trasloco, cambiare casa, nuovo indirizzo
    contanti, denaro, soldi
    bancomat, sportello automatico
    prelievo, prelevare
    estero, internazionale, straniero
    bonifico, trasferimento di denaro
    mutuo, finanziamento casa
    prestito, finanziamento
    scoperto, in rosso
    estratto conto, movimenti
    massimale, limite, plafond
    stipendio, salario
    imposta, tassa, iva
    assicurazione, polizza
    truffa, frode, phishing
    sospetto, falso
    rubato, furto, rubare
    disdetta, disdire, recesso, recedere
    rinnovo, rinnovare, proroga
    scaduto, scadenza, scadere
    rifiutato, respinto, negato
    gratis, gratuito, senza spese
    contactless, senza contatto
    backup, copia di sicurezza, copia di riserva
    ripristinare, ripristino, recuperare, recupero
    sito, sito web, pagina web
    hackerato, violato, virus, malware
    spam, posta indesiderata
    inoltro, inoltrare, reindirizzamento
    spazio, spazio su disco, quota
    lento, lentezza
    disservizio, guasto, interruzione
    riavviare, riavvio
    internet, connessione, rete
    router, modem
    sim, scheda sim
    portabilità, mantenere il numero
    roaming, estero
    portatile, computer, pc
    smartphone, cellulare, telefonino
    app, applicazione
    amministratore, admin
    permesso, autorizzazione
    professore, docente, insegnante
    corso, lezione
    esame, prova
    voto, valutazione
    borsa di studio, sussidio
    immatricolazione, iscrizione
    tasse universitarie, retta
    alloggio, studentato, residenza
    termine, scadenza
    carta d'identità, documento d'identità, passaporto
    certificato, attestato
    reclamo, lamentela, reclamare
    filiale, sede, negozio, sportello
    autista, conducente
    medico, dottore
    farmaco, medicina, medicinale, pastiglia, pillola, compressa, ricetta
    dente, dentista, mal di denti
    intervento, operazione
    ospedale, clinica, ricovero
    radiografia, lastra, raggi x
    esito, risultato, referto
    celiachia, celiaco, senza glutine
    elettricità, corrente, luce
    bolletta, fattura
    autolettura, lettura del contatore
    rifiuti, spazzatura, immondizia
    taglia, misura, dimensioni
    buono regalo, carta regalo
    disponibile, disponibilità
    ritiro, ritirare
    cambio, sostituire, sostituzione
    delega, procura
    rata, rateizzare, rateizzazione, pagamento mensile
    wi-fi, wireless, wlan, senza fili
    distributore, macchinetta, emettitrice
    laboratorio, lab
    sso, single sign-on
    nome utente, username
    segreteria telefonica, messaggi vocali
    mio ordine, stato dell'ordine, tracciare
    bannato, sospeso, bloccato
    primi passi, guida introduttiva, tutorial
    perdere, perso, perduto
    rompere, rotto
    chiudere, chiuso, chiusura
    aprire, aperto, apertura
    scrivere, scritto
    iscrivere, iscritto, iscrizione
    spegnere, spento, spegnimento
    accendere, acceso, accensione
    sospendere, sospeso, sospensione
    rimuovere, rimosso, rimozione
    ridurre, ridotto, riduzione
    chiedere, chiesto, richiedere, richiesta
    rispondere, risposto, risposta
    scegliere, scelto, scelta
    vendere, venduto, vendita
    spendere, speso, spesa
    prendere, preso
    mettere, messo
    leggere, letto, lettura
    nascere, nato, nascita
    morire, morto, morte
    muovere, spostare, trasferire
    pagare, pagamento, saldare
    matrimonio, nozze, sposarsi
    funerale, esequie, sepoltura
    asilo, scuola materna, scuola dell'infanzia
    ricorso, contestare, opposizione
    voto, votare, elezioni
    mensa, pranzo, pasto, cibo
    divano, mobili, ingombranti
    frigorifero, frigo
    buttare, smaltire, gettare
    lampione, luce, illuminazione
    parcheggio, sosta, parcheggiare, posteggio
    trasloco, traslocare, trasferirsi
    dimenticato, oggetti smarriti
    bagaglio a mano, bagaglio
    volo, aereo
    palestra, fitness
    istruttore, allenatore
    animale, cane, gatto
    riscaldamento, termosifone, radiatore
    inquilino, affittuario
    caparra, deposito cauzionale, cauzione
    lavoro, impiego, posto di lavoro
    curriculum, cv
    tesi, laurea
    incidente, sinistro
    patente, patente di guida
    pensione, previdenza
    beneficiario, destinatario
    estensione, plugin, componente aggiuntivo
    sottotitoli, didascalie
    audio, suono, volume`,
  ro: `
    copil, copii, minor, fiu, fiică
    mamă, tată, părinte, părinți, bunică, bunic, rudă
    bebeluș, sugar
    pensionar, pensionari, vârstnic, vârstnici, persoane în vârstă
    soț, soție, cuplu
    persoane cu dizabilități, dizabilitate, scaun rulant, scaun cu rotile
    bicicletă, biciclete
    mașină, automobil, autoturism
    autobuz, autocar
    bagaj, bagaje, valiză
    obiecte pierdute, obiecte găsite
    amendă, amenzi, penalizare, sancțiune
    abonament, abonamente, legitimație
    reducere, discount, redus
    excursie, călătorie
    vacanță, concediu
    turist, vizitator
    casă, locuință, apartament
    chirie, închiriere
    mutare, schimbare adresă, adresă nouă
    numerar, bani, cash
    bancomat, atm
    retragere, retrage
    străinătate, internațional, extern
    transfer, virament
    credit ipotecar, ipotecă, credit pentru casă
    împrumut, credit
    descoperit de cont, sold negativ, overdraft
    extras de cont, tranzacții
    limită, plafon
    salariu, leafă
    impozit, taxă, tva
    asigurare, poliță
    fraudă, înșelătorie, phishing
    suspect, fals
    furat, furt
    renunțare, reziliere, anulare, renunț
    reînnoire, prelungire, prelungi
    expirat, expirare
    respins, refuzat
    gratuit, gratis, fără cost
    backup, copie de rezervă, copie de siguranță
    restaurare, recuperare
    site, pagină web, website
    spart, hack, virus, malware
    spam, mesaje nedorite
    redirecționare, redirecționa
    spațiu, spațiu pe disc
    lent, greu, încet
    întrerupere, avarie, defecțiune
    repornire, reporni, restart
    internet, conexiune, rețea
    router, modem
    sim, cartelă sim
    portare, păstrarea numărului
    laptop, calculator, computer
    smartphone, telefon mobil
    aplicație, app
    profesor, cadru didactic
    curs, lecție
    examen, test, probă
    notă, calificativ
    bursă, ajutor financiar
    înmatriculare, înscriere
    cămin, cazare
    termen, termen limită, scadență
    buletin, act de identitate, carte de identitate, pașaport
    acte, documente
    certificat, adeverință
    reclamație, plângere, sesizare
    sucursală, filială, magazin, ghișeu
    șofer, conducător
    medic, doctor
    medicament, pastilă, rețetă
    vaccin, vaccinare, imunizare
    dinte, măsea, dentist, stomatolog
    durere, doare
    operație, intervenție
    spital, clinică
    electricitate, curent, energie electrică
    citire contor, index
    gunoi, deșeuri
    mărime, dimensiune
    card cadou, voucher cadou
    disponibil, stoc
    ridicare, ridica
    schimb, înlocuire, înlocui
    împuternicire, procură
    orar, program
    rată, rate, tranșe
    wi-fi, wireless, wlan, fără fir
    sso, single sign-on
    nume de utilizator, username
    mesagerie vocală, robot telefonic
    șterge, șters, ștergere
    închide, închis, închidere
    deschide, deschis, deschidere
    trimite, trimis, trimitere
    pierde, pierdut, pierdere
    alege, ales, alegere
    scrie, scris
    plăti, plată, plătit, plătesc
    primi, primit, primesc
    vinde, vândut, vânzare
    uita, uitat
    școală, școli, elev
    nuntă, căsătorie, cununie
    înmormântare, funeralii, deces
    grădiniță, creșă
    contestație, contesta, plângere
    vot, votare, alegeri
    prânz, cantină, mâncare
    canapea, mobilă
    frigider, combină frigorifică
    arunca, debarasare
    parcare, parca
    uitat, obiecte pierdute
    zbor, avion
    sală de fitness, sală de forță
    antrenor, instructor
    animal, câine, pisică
    căldură, încălzire, calorifer
    chiriaș, locatar
    garanție, depozit, avans
    loc de muncă, angajare, job
    accident, daună
    permis de conducere, carnet de conducere
    pensie, pensionare
    beneficiar, destinatar
    extensie, plugin
    subtitrare, subtitrări
    sunet, volum, audio`,
  ru: `
    ребёнок, ребёнка, дети, детей, детский, сын, дочь, дочка
    мама, мать, папа, отец, родитель, бабушка, дедушка, родственник
    младенец, грудничок
    пенсионер, пенсионный, пожилой
    муж, жена, супруг, супруга
    инвалид, инвалидность, инвалидная коляска, маломобильный
    велосипед, велик
    машина, автомобиль, авто
    метро, метрополитен
    багаж, чемодан
    бюро находок, потерянные вещи, забытые вещи
    потерять, утеря, утерян, пропажа
    штраф, взыскание, санкция
    жалоба, пожаловаться, претензия
    проездной, абонемент, подписка
    скидка, льгота, льготный
    поездка, проезд, путешествие
    отпуск, каникулы
    сутки, день
    квартира, жильё, дом
    аренда, наём, съём
    переезд, новый адрес
    наличные, деньги
    снять, снятие
    за рубеж, за границу, международный
    ипотека, жилищный кредит
    кредит, заём, ссуда
    погасить, погашение, выплатить
    вклад, депозит, сберегательный
    овердрафт, минус
    лимит, ограничение
    зарплата, оклад
    налог, ндс
    страховка, страхование, полис
    мошенник, мошенничество, фишинг, обман
    подозрительный, незнакомый
    украсть, кража, украденный
    отказаться, отказ, расторгнуть, расторжение
    продлить, продление
    истёк, закончился, просрочен
    отклонён, отклонить, отказано
    бесплатно, бесплатный, без комиссии, даром
    резервная копия, бэкап, бекап, backup
    восстановить, восстановление
    сайт, веб-сайт, страница
    взлом, взломать, вирус
    спам, нежелательная почта
    пересылка, переадресация
    место на диске, место
    медленно, медленный, тормозит
    сбой, неполадка, авария
    перезагрузить, перезапуск, перезапустить, рестарт
    интернет, связь, сеть
    роутер, маршрутизатор, модем
    симка, сим-карта, sim
    ноутбук, компьютер
    смартфон, телефон, мобильник
    приложение, программа
    смс, sms, сообщение
    пин, пин-код, pin
    администратор, админ
    преподаватель, профессор, учитель
    занятие, лекция, курс
    экзамен, зачёт, тест
    оценка, балл
    стипендия, грант
    зачисление, поступление
    общежитие, проживание
    срок, дедлайн
    паспорт, удостоверение личности
    справка, свидетельство
    отделение, филиал, магазин, офис
    график работы, часы работы, время работы
    водитель, шофёр
    врач, доктор
    лекарство, таблетка, препарат, рецепт
    вакцина, вакцинация, прививка
    зуб, зубной, стоматолог, дантист
    наркоз, анестезия
    больница, стационар, клиника, госпиталь
    навестить, посетить, посещение
    электричество, свет, электроэнергия
    показания счётчика, передать показания
    мусор, отходы
    размер, габариты
    подарочная карта, сертификат
    наличие, в наличии
    самовывоз, забрать
    обмен, замена, заменить
    билет, талон
    автоплатёж, регулярный платёж
    google, гугл
    apple, эппл, апл
    pay, пей, пэй
    paypal, пэйпал, пейпал
    visa, виза
    mastercard, мастеркард
    wi-fi, вайфай, вай-фай
    bluetooth, блютуз
    skype, скайп
    whatsapp, ватсап, вотсап
    telegram, телеграм, телеграмм
    windows, виндовс, винда
    linux, линукс
    android, андроид
    iphone, айфон
    outlook, аутлук
    excel, эксель
    chrome, хром
    wordpress, вордпресс
    docker, докер
    dns, днс
    ssl, ссл
    vpn, впн
    api, апи
    usb, юсб
    pdf, пдф
    php, пхп
    cron, крон
    кэш, кеш, cache
    лог, логи, журнал, log
    wi-fi, вайфай, беспроводная сеть, беспроводной интернет
    sso, единый вход
    email, имейл, мейл
    сколько стоит, цена, стоимость, тариф
    мой заказ, статус заказа, отследить заказ, отслеживание
    парковка, парковать, припарковать, парковаться, стоянка
    записаться, запись, записать, записывать
    перенести, перенос, переносить
    перевести, перевод, переводить
    прийти, пришло, пришёл, приходить
    найти, нашёл, находить
    пополнить, пополнение
    автоответчик, голосовая почта
    логин, имя пользователя, никнейм
    бан, забанить, заблокировать, блокировка
    лаги, лагать, тормозить
    чек, квитанция
    откатить, откат
    скачать, загрузить, скачивание
    свадьба, брак, бракосочетание, пожениться, жениться, замуж
    похороны, захоронение, погребение
    детсад, детский сад, ясли
    обжаловать, оспорить, возражение, апелляция
    выборы, голосование, проголосовать
    обед, столовая, питание, еда
    диван, мебель
    выбросить, выкинуть, утилизация
    прописка, регистрация, место жительства
    очередь, ожидание, ждать
    потерял, бюро находок
    забыл, бюро находок
    самолёт, рейс, авиарейс
    тренажёрный зал, фитнес, спортзал
    тренер, инструктор
    питомец, собака, кошка, животное
    отопление, батарея, радиатор
    арендатор, жилец, квартирант
    залог, депозит
    работа, вакансия, трудоустройство
    резюме, cv
    авария, дтп, столкновение
    права, водительское удостоверение
    пенсия, пенсионный
    получатель, бенефициар
    плагин, расширение, дополнение
    субтитры, титры
    звук, громкость, аудио
    общага, общежитие
    сессия, экзамен
    комп, компьютер, пк`,
};
