/** A saved reply of Northwind's; `of` is whose alone it is. */
export type SeedReply = {
  name: string;
  of?: string;
  queues?: string[];
  texts: Partial<Record<"en" | "it" | "ro" | "ru", string>>;
  file?: { name: string; type: string; text: string };
};

const label = {
  name: "return-label.pdf",
  type: "application/pdf",
  text: "NORTHWIND RETURNS - Corso Francia 120, 10143 Torino - put this label on the box",
};

export const savedReplies: SeedReply[] = [
  {
    name: "Return label",
    queues: ["repairs"],
    texts: {
      en: "Hello {{customer.firstName}},\n\nthe return label is attached. Please put it on the box and write #{{ticket.number}} beside it; the courier comes the next working day.",
      it: "Buongiorno {{customer.firstName}},\n\nin allegato trova l'etichetta per il reso. La applichi sulla scatola e scriva accanto #{{ticket.number}}; il corriere passa il giorno lavorativo successivo.",
      ro: "Bună ziua, {{customer.firstName}},\n\nam atașat eticheta de retur. Lipiți-o pe cutie și scrieți alături #{{ticket.number}}; curierul vine în următoarea zi lucrătoare.",
      ru: "Здравствуйте, {{customer.firstName}}!\n\nВо вложении — наклейка для возврата. Наклейте её на коробку и напишите рядом #{{ticket.number}}; курьер приедет на следующий рабочий день.",
    },
    file: label,
  },
  {
    name: "Ask for a photograph",
    queues: ["repairs"],
    texts: {
      en: "Hello {{customer.firstName}},\n\ncould you send us a photograph of the damage and one of the type plate? You can simply answer this mail.",
      it: "Buongiorno {{customer.firstName}},\n\npuò inviarci una foto del danno e una della targhetta? Basta rispondere a questa e-mail.",
      ro: "Bună ziua, {{customer.firstName}},\n\nne puteți trimite o fotografie a defectului și una a plăcuței? Este suficient să răspundeți la acest e-mail.",
      ru: "Здравствуйте, {{customer.firstName}}!\n\nПришлите, пожалуйста, фотографию повреждения и заводской таблички. Можно просто ответить на это письмо.",
    },
  },
  {
    name: "Delivery date",
    queues: ["repairs", "onboarding"],
    texts: {
      en: "Your parts leave our stock tomorrow and arrive within two working days. The tracking link follows in a mail of its own.",
      it: "I ricambi partono domani dal nostro magazzino e arrivano entro due giorni lavorativi. Il link per seguire la spedizione segue con un'e-mail a parte.",
      ro: "Piesele pleacă mâine din depozitul nostru și ajung în două zile lucrătoare. Linkul de urmărire vine într-un e-mail separat.",
      ru: "Детали отправим со склада завтра, они придут в течение двух рабочих дней. Ссылка для отслеживания придёт отдельным письмом.",
    },
  },
  {
    name: "Corrected invoice",
    queues: ["billing"],
    texts: {
      en: "Hello {{customer.name}},\n\nthe corrected invoice is on its way. The old one is cancelled; nothing is to be paid twice.",
      it: "Buongiorno {{customer.name}},\n\nla fattura corretta è in arrivo. La precedente è annullata: non c'è nulla da pagare due volte.",
      ro: "Bună ziua, {{customer.name}},\n\nfactura corectată este pe drum. Cea veche este anulată; nu se plătește nimic de două ori.",
      ru: "Здравствуйте, {{customer.name}}!\n\nИсправленный счёт скоро придёт. Прежний аннулирован, платить дважды не нужно.",
    },
  },
  {
    name: "Bank details",
    queues: ["billing"],
    texts: {
      en: "Our bank details: IBAN IT60 X054 2811 1010 0000 0123 456, account holder {{company.name}}. Please name #{{ticket.number}}.",
      it: "Le nostre coordinate bancarie: IBAN IT60 X054 2811 1010 0000 0123 456, intestato a {{company.name}}. Nella causale indichi #{{ticket.number}}.",
      ro: "Datele noastre bancare: IBAN IT60 X054 2811 1010 0000 0123 456, titular {{company.name}}. Menționați #{{ticket.number}}.",
      ru: "Наши реквизиты: IBAN IT60 X054 2811 1010 0000 0123 456, получатель {{company.name}}. Укажите #{{ticket.number}}.",
    },
    file: { name: "bank-details.txt", type: "text/plain", text: "Northwind\nIBAN IT60 X054 2811 1010 0000 0123 456\n" },
  },
  {
    name: "Waiting for your answer",
    texts: {
      en: "Hello {{customer.firstName}},\n\nwe have not heard from you about “{{ticket.subject}}”. Shall we close the ticket, or is something still open?",
      it: "Buongiorno {{customer.firstName}},\n\nnon abbiamo ancora ricevuto un riscontro su «{{ticket.subject}}». Possiamo chiudere il ticket o resta qualcosa in sospeso?",
      ro: "Bună ziua, {{customer.firstName}},\n\nnu am primit încă un răspuns despre „{{ticket.subject}}”. Închidem tichetul sau a mai rămas ceva?",
      ru: "Здравствуйте, {{customer.firstName}}!\n\nМы пока не получили ответа по заявке «{{ticket.subject}}». Закрыть её или остались вопросы?",
    },
  },
  {
    name: "Welcome to the portal",
    queues: ["onboarding"],
    texts: {
      en: "Welcome, {{customer.firstName}}! You can now see your tickets and write to us on our portal. {{agent.name}} is there for your questions.",
      it: "Benvenuto nel portale, {{customer.firstName}}! Da oggi può seguire i suoi ticket e scriverci da lì. Per ogni domanda c'è {{agent.name}}.",
      ro: "Bun venit, {{customer.firstName}}! De acum vedeți tichetele și ne puteți scrie pe portal. Pentru întrebări vă stă la dispoziție {{agent.name}}.",
      ru: "Добро пожаловать, {{customer.firstName}}! Теперь вы видите свои заявки и можете писать нам на портале. На вопросы ответит {{agent.name}}.",
    },
  },
  {
    name: "I call you back",
    of: "sara",
    texts: {
      en: "Hello {{customer.firstName}},\n\nI will call you today between two and four. If another time suits you better, just tell me.",
      it: "Buongiorno {{customer.firstName}},\n\nla chiamo oggi tra le 14 e le 16. Se preferisce un altro orario, me lo faccia sapere.",
    },
  },
];

/** Mails that agents wrote in their own program, in the files of whom they wrote to. */
export const filedMails = [
  {
    by: "elena",
    to: "luca",
    at: 96,
    subject: "Documentazione PX-40",
    text: "Buongiorno Luca,\n\ncome promesso al telefono, la tabella dei lubrificanti della PX-40: VG 220 fino a 40 °C, VG 320 oltre.\n\nElena",
  },
  {
    by: "mihai",
    to: "ion",
    at: 30,
    subject: "Vizita de joi",
    text: "Bună ziua, domnule Popescu,\n\nconfirm vizita de joi la ora 10, la poarta 2. Aduc și piesele pentru revizie.\n\nMihai Ionescu",
  },
];
