// Italian.
import type { Language } from "#types";
import type { Texts } from "./en.js";

const messages: Texts = {
  required: "Compilare questo campo.",
  wrong_type: "Questo tipo di valore non è adatto qui.",
  "wrong_type.text": "Inserire un testo.",
  "wrong_type.number": "Inserire un numero.",
  "wrong_type.boolean": "Rispondere sì o no.",
  "wrong_type.date": "Inserire una data.",
  "wrong_type.array of texts": "Scegliere uno o più valori.",
  unreadable: "Questo valore non è leggibile. Inserirlo di nuovo.",
  "unreadable.depth": "Questo valore ha troppi livelli.",
  "unreadable.size": "I dati sono troppi in una volta sola.",
  unknown_field: "Nessun campo ha questo nome. I campi personalizzati si creano nell’app Quo.",
  ambiguous_name: "Più campi hanno questo nome. Usare una delle loro chiavi: {keys}.",
  duplicate_field: "Questo campo è stato compilato due volte. Lasciare un solo valore.",
  unsupported_type: "I campi di tipo «{type}» non sono ancora supportati.",
  control_character: "Togliere le interruzioni di riga e i caratteri invisibili da questo testo.",
  malformed_text: "Questo testo contiene un carattere danneggiato. Inserire di nuovo il testo.",
  too_long: "Usare al massimo {max} caratteri.",
  not_in_table: "Questo valore non è nell’elenco dei valori noti.",
  unknown_country: "Inserire il codice di due lettere di un Paese, per esempio IT.",
  too_many_items: "Indicare al massimo {max} elementi.",
  invalid_number: "Inserire un numero, per esempio 1500.",
  ambiguous_number:
    "Questo numero si può leggere in due modi. Scriverlo senza separatore delle migliaia.",
  inexact_number: "Questo numero ha troppe cifre. Inserire un numero con meno cifre.",
  not_finite: "Inserire un numero normale.",
  invalid_boolean: "Rispondere sì o no.",
  invalid_date: "Inserire una data, per esempio 2025-04-30.",
  ambiguous_date:
    "Non è chiaro quale numero sia il mese. Indicare anno, mese e giorno, per esempio 2025-04-30.",
  undeclared_date_format: "Indicare anno, mese e giorno, per esempio 2025-04-30.",
  impossible_date: "Questa data o quest’ora non esiste. Controllare il dato.",
  year_out_of_range: "Inserire un anno da 1 a 9999.",
  unknown_option: "Scegliere una delle opzioni.",
  undeclared_separator: "Indicare ogni valore separatamente.",
  invalid_url: "Inserire un indirizzo web, per esempio https://example.com.",
  forbidden_scheme: "Inserire un indirizzo web che inizi con https:// o http://.",
  invalid_email: "Inserire un indirizzo e-mail, per esempio nome@example.com.",
  not_a_phone_number: "Inserire un numero di telefono.",
  country_required:
    "Inserire il numero di telefono con il prefisso internazionale, per esempio +1 415 555 2671.",
  unknown_calling_code:
    "Questo prefisso internazionale non esiste. Controllare le prime cifre del numero.",
  phone_too_short:
    "Questo numero di telefono ha troppo poche cifre. Controllare le cifre e il prefisso internazionale.",
  phone_too_long:
    "Questo numero di telefono ha troppe cifre. Controllare le cifre e il prefisso internazionale.",
  phone_invalid_length:
    "Questo numero di telefono non ha il numero corretto di cifre. Controllare le cifre e il prefisso internazionale.",
  local_only:
    "Questo numero di telefono è incompleto. Inserire tutte le cifre, con il prefisso della zona.",
  phone_not_in_use:
    "Questo numero di telefono non è in uso. Controllare le cifre e il prefisso internazionale.",
  scientific_notation:
    "Un foglio di calcolo ha abbreviato questo numero di telefono. Inserire tutte le cifre.",
  several_numbers: "Inserire un solo numero di telefono.",
  not_e164: "Inserire il numero di telefono solo con + e cifre, per esempio +14155552671.",
  reserved_source: "Scegliere un’altra origine. Questa parola è riservata a Quo.",
  reserved_source_prefix: "Scegliere un’altra origine, che non inizi con «{prefix}».",
  invalid_user_id: "Inserire l’ID di un utente di Quo. Inizia con US.",
  invisible_without_phone: "Senza numero di telefono, questo contatto non compare nell’app Quo.",
  first_name_replaced: "Il nome era vuoto.",
  number_to_text: "Il numero è stato convertito in testo.",
  boolean_to_text: "La risposta sì o no è stata convertita in testo.",
  percent_left_out: "Il simbolo di percentuale è stato rimosso.",
  currency_left_out: "La valuta è stata rimossa.",
  read_as_negative: "Le parentesi sono state lette come segno meno.",
  precision_cut: "L’ora è stata troncata ai millisecondi.",
  utc_assumed: "L’ora è stata letta come UTC, perché non indica il fuso orario.",
  scheme_added: "All’inizio è stato aggiunto https://.",
  percent_encoded: "I caratteri speciali dell’indirizzo web sono stati codificati.",
  email_unwrapped: "È stato mantenuto solo l’indirizzo e-mail.",
  duplicate_merged: "Lo stesso valore è stato indicato due volte ed è mantenuto una sola volta.",
  extension_left_out: "L’interno è stato rimosso dal numero.",
  letters_converted: "Le lettere sono state lette come le cifre di una tastiera telefonica.",
  word_left_out: "Il testo accanto al numero è stato rimosso.",
};

export const it: Language = { locale: "it", messages };
export default it;
