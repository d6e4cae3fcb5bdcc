/**
 * What mail programs write around quotes, per language: en it ro ru de fr es, then pt nl pl fi sv da no cs hu tr uk el
 * ja zh ko. Sources: the programs' own reply lines (Gmail, Outlook, Apple Mail, Thunderbird, Yandex, mail.ru, Zoho).
 */

/** Words that end (or, before a name, nearly end) an attribution line: "On … Ann <ann@x> wrote:". */
export const WROTE =
  "wrote|writes|ha scritto|scrive|scrisse|a scris|scris|a écrit|ecrit|écrit|schrieb|schrieben|escribió|escribio|escreveu|schreef|geschreven|verzond|napisał\\(a\\)|napisała|napisał|pisze|kirjoitti|skrev|skrev følgende|napsal\\(a\\)|napsala|napsal|ezt írta|írta|şunu yazdı|yazdı|έγραψε|написал\\(а\\)|написала|написал|пишет|писал\\(а\\)|писала|писал|пише|написав";

/** How an attribution line starts in front of its date. */
export const LEADS =
  "on|il|in data|il giorno|il giorno|pe|în data|in data|la|în|в|am|um|le|el|em|a|op|w dniu|dnia|den|d\\.|dne|tarihinde|στις|на";

/** Labels of the header block that Outlook and others put above a quote. */
export const FROM_LABELS =
  "from|da|de la|de|expéditeur|von|absender|van|od|nadawca|lähettäjä|från|fra|feladó|kimden|gönderen|від|от|от кого|отправитель|remitente|remetente|差出人|发件人|寄件者|보낸 사람|από";
export const DATE_LABELS =
  "date|sent|data|inviato|inviata il|trimis|trimis la|дата|отправлено|отправлен|datum|gesendet|envoyé|envoyé le|message du|fecha|enviado|enviado el|enviada em|enviado em|verzonden|wysłano|wysłane|lähetetty|päivämäärä|skickat|sendt|dato|odesláno|elküldve|dátum|tarih|gönderildi|送信日時|日付|发送时间|日期|寄件日期|보낸 날짜|날짜|date d'envoi";
export const TO_LABELS =
  "to|a|către|catre|la|кому|получатель|an|empfänger|à|destinataire|para|destinatario|aan|do|vastaanottaja|till|til|komu|címzett|kime|alıcı|宛先|收件人|收件者|받는 사람|cc|copia|copie|copie à|копия|kopie|kopia|kopi|cópia|dw";
export const SUBJECT_LABELS =
  "subject|oggetto|subiect|тема|betreff|objet|sujet|asunto|assunto|onderwerp|temat|aihe|ämne|emne|předmět|tárgy|konu|件名|主题|主旨|제목|θέμα";

/** "-----Original Message-----" and its sisters: what follows is a quote. */
export const ORIGINAL =
  "original message|original e-?mail|messaggio originale|messaggio originario|mesaj original|mesajul original|исходное сообщение|оригинальное сообщение|original-?nachricht|ursprüngliche nachricht|ursprüngliche mail|message d['’]origine|message original|message initial|mensaje original|mensagem original|oorspronkelijk bericht|oorspronkelijke bericht|wiadomość oryginalna|oryginalna wiadomość|alkuperäinen viesti|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|opprinnelig melding|původní zpráva|původní e-?mail|eredeti üzenet|orijinal mesaj|özgün ileti|元のメッセージ|原始邮件|原始郵件|원본 메시지|reply message|reply to message";

/** Forwards: what follows is the matter itself and stays visible. */
export const FORWARDED =
  "forwarded message|begin forwarded message|forwarded by [^\\n]{0,80}|messaggio inoltrato|inizio messaggio inoltrato|messaggio inoltrato da [^\\n]{0,80}|mesaj redirec[țţt]ionat|începe mesajul redirec[țţt]ionat|mesaj retransmis|пересланное сообщение|пересылаемое сообщение|начало переадресованного сообщения|начало пересылаемого сообщения|перенаправленное сообщение|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|weitergeleitete mail|message transféré|message transmis|début du message transféré|début du message réexpédié|mensaje reenviado|inicio del mensaje reenviado|mensagem encaminhada|início da mensagem encaminhada|doorgestuurd bericht|begin doorgestuurd bericht|przekazana wiadomość|wiadomość przekazana|välitetty viesti|vidarebefordrat meddelande|vidarebefordrat brev|videresendt meddelelse|videresendt melding|přeposlaná zpráva|továbbított üzenet|iletilen mesaj|転送されたメッセージ|转发的邮件|转发邮件|轉寄的郵件|전달된 메시지";

/** Closing lines that stand alone and open a signature. */
export const SIGN_OFFS =
  "(?:(?:with )?(?:best|kind|kindest|warm|warmest|many thanks and|thanks and|thanks & )?[ ]?(?:and )?regards)|best wishes|all the best|cheers|yours sincerely|yours faithfully|yours truly|kind wishes|" +
  "(?:un |i più |i miei più |i migliori |con i migliori )?(?:cordiali |cari |distinti |migliori )?saluti|un saluto|un caro saluto|un cordiale saluto|cordialmente|distinti saluti|buona giornata|buon lavoro|" +
  "cu stim[ăa]|cu respect|cu considera[țţt]ie|toate cele bune|o zi (?:bun[ăa]|frumoas[ăa])|cu drag|cele mai bune gânduri|salut[ăa]ri|" +
  "с уважением|с наилучшими пожеланиями|с наилучшими|с почтением|всего доброго|всего хорошего|всего наилучшего|хорошего дня|с приветом|" +
  "(?:mit )?(?:freundliche[mn]?|freundlichem|besten?|herzliche[mn]?|liebe[mn]?|viele[mn]?|schöne[mn]?) gr(?:ü|ue)(?:ß|ss)(?:e|en)?|mit freundlichem gru(?:ß|ss)|beste gr(?:ü|ue)(?:ß|ss)e|gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|mfg|lg|vg|hochachtungsvoll|schöne gr(?:ü|ue)(?:ß|ss)e|" +
  "(?:très |bien )?cordialement|bien à vous|(?:sincères|meilleures|cordiales) salutations|salutations(?: distinguées)?|bonne (?:journée|soirée)|amicalement|respectueusement|" +
  "(?:un )?(?:cordial(?:es)? )?saludos?(?: cordiales?)?|atentamente|un cordial saludo|atte\\.?|un abrazo|muchos saludos|reciba un cordial saludo|" +
  "atenciosamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|abraços?|att\\.?|cordiais saudações|" +
  "met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|hartelijke groet(?:en)?|groet(?:en|jes)?|mvg|" +
  "pozdrawiam(?: serdecznie)?|z poważaniem|z wyrazami szacunku|serdecznie pozdrawiam|ystävällisin terveisin|terveisin|parhain terveisin|t:|" +
  "(?:med )?(?:vänlig(?:a)?|bästa) hälsning(?:ar)?|hälsningar|mvh|(?:med )?(?:venlig|vennlig|bedste|beste) hilsen|(?:de bedste )?hilsner|hilsen|" +
  "s pozdravem|s přátelským pozdravem|s úctou|üdvözlettel|tisztelettel|saygılarımla|iyi çalışmalar|з повагою|με εκτίμηση|敬具|此致|顺祝商祺";

/** Lines that phones and programs add by themselves. */
export const SENT_FROM =
  "sent from|sent via|sent with|get outlook for|download outlook|inviato da|inviato dal|inviata da|ottieni outlook|scarica outlook|trimis de pe|trimis din|trimis de la|ob[țţt]ine[țţt]i outlook|отправлено с|отправлено из|отправлено от|отправлено через|получить outlook|скачать outlook|gesendet von|gesendet mit|gesendet über|holen sie sich outlook|outlook für [a-z]+ beziehen|envoyé de|envoyé depuis|envoyé à partir|envoyé avec|envoyé via|obtenir outlook|télécharger outlook|enviado desde|enviado con|enviado mediante|obtener outlook|obtén outlook|enviado do|enviado a partir|enviado pelo|enviado via|enviado de|obter o outlook|verzonden vanaf|verzonden met|verstuurd vanaf|outlook voor|wysłano z|wysłane z|pobierz outlook|lähetetty|hanki outlook|skickat från|hämta outlook|sendt fra|hent outlook|odesláno z|získat outlook|elküldve|küldve|надіслано з|gönderildi|iphone'umdan gönderildi|发自我的|从我的|發自我的|傳送自";
export const SENT_FROM_ENDS = "gesendet|から送信|に送信|gönderildi|에서 보냄|發送";
