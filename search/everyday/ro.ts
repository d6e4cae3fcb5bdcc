/** Romanian words that help texts of shops, banks, schools, transport, hosting and landlords use for one thing, a group a line. */
export const ro = `
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
sunet, volum, audio
`;
