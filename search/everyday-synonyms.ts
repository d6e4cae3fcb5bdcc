/** What help texts of shops, banks, schools, transport, hosting and landlords call the same thing, a group a line. */
export const EVERYDAY = {
  en: `
    child, children, kid, kids
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
    medicine, drug, prescription
    electricity, power
    meter reading, read the meter
    garbage, rubbish, waste, trash
    size, measurement, dimension
    colour, color
    gift card, gift voucher
    stock, available, availability
    pick up, collect, click and collect
    exchange, swap, replace, replacement`,
  it: `
    bambino, bambini, figlio, figli, ragazzo, ragazzi, minore
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
    farmaco, medicina, ricetta
    elettricità, corrente, luce
    bolletta, fattura
    autolettura, lettura del contatore
    rifiuti, spazzatura, immondizia
    taglia, misura, dimensioni
    buono regalo, carta regalo
    disponibile, disponibilità
    ritiro, ritirare
    cambio, sostituire, sostituzione
    delega, procura`,
  ro: `
    copil, copii, minor
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
    medicament, rețetă
    electricitate, curent, energie electrică
    citire contor, index
    gunoi, deșeuri
    mărime, dimensiune
    card cadou, voucher cadou
    disponibil, stoc
    ridicare, ridica
    schimb, înlocuire, înlocui
    împuternicire, procură
    orar, program`,
  ru: `
    ребёнок, ребёнка, дети, детей, детский
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
    лекарство, рецепт
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
    email, имейл, мейл`,
};
