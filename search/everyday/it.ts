/** Italian words that help texts of shops, banks, schools, transport, hosting and landlords use for one thing, a group a line. */
export const it = `
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
audio, suono, volume
`;
