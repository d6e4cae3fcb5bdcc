/** English words that help texts of shops, banks, schools, transport, hosting and landlords use for one thing, a group a line. */
export const en = `
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
volume, loudness, sound
`;
