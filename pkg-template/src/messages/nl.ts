// Dutch.
import type { Language } from "#types";
import type { Texts } from "./en.js";

const messages: Texts = {
  required: "Vul dit veld in.",
  wrong_type: "Dit soort waarde past hier niet.",
  "wrong_type.text": "Voer een tekst in.",
  "wrong_type.number": "Voer een getal in.",
  "wrong_type.boolean": "Antwoord met ja of nee.",
  "wrong_type.date": "Voer een datum in.",
  "wrong_type.array of texts": "Kies een of meer waarden.",
  unreadable: "Deze waarde is niet leesbaar. Voer deze opnieuw in.",
  "unreadable.depth": "Deze waarde heeft te veel niveaus.",
  "unreadable.size": "Dit zijn te veel gegevens tegelijk.",
  unknown_field:
    "Er is geen veld met deze naam. Aangepaste velden worden in de Quo-app aangemaakt.",
  ambiguous_name: "Meerdere velden hebben deze naam. Gebruik een van hun sleutels: {keys}.",
  duplicate_field: "Dit veld is twee keer ingevuld. Laat één waarde staan.",
  unsupported_type: "Velden van het type “{type}” worden nog niet ondersteund.",
  control_character: "Verwijder regeleinden en onzichtbare tekens uit deze tekst.",
  malformed_text: "Deze tekst bevat een beschadigd teken. Voer de tekst opnieuw in.",
  too_long: "Gebruik hoogstens {max} tekens.",
  not_in_table: "Deze waarde staat niet in de lijst met bekende waarden.",
  unknown_country: "Voer een landcode van twee letters in, bijvoorbeeld NL.",
  too_many_items: "Geef hoogstens {max} items op.",
  invalid_number: "Voer een getal in, bijvoorbeeld 1500.",
  ambiguous_number:
    "Dit getal kan op twee manieren worden gelezen. Laat het scheidingsteken voor duizendtallen weg.",
  inexact_number: "Dit getal heeft te veel cijfers. Voer een getal met minder cijfers in.",
  not_finite: "Voer een gewoon getal in.",
  invalid_boolean: "Antwoord met ja of nee.",
  invalid_date: "Voer een datum in, bijvoorbeeld 2025-04-30.",
  ambiguous_date:
    "Het is niet duidelijk welk getal de maand is. Geef jaar, maand en dag op, bijvoorbeeld 2025-04-30.",
  undeclared_date_format: "Geef jaar, maand en dag op, bijvoorbeeld 2025-04-30.",
  impossible_date: "Deze datum of tijd bestaat niet. Controleer de invoer.",
  year_out_of_range: "Voer een jaar van 1 tot en met 9999 in.",
  unknown_option: "Kies een van de opties.",
  undeclared_separator: "Geef elke waarde apart op.",
  invalid_url: "Voer een webadres in, bijvoorbeeld https://example.com.",
  forbidden_scheme: "Voer een webadres in dat met https:// of http:// begint.",
  invalid_email: "Voer een e-mailadres in, bijvoorbeeld naam@example.com.",
  not_a_phone_number: "Voer een telefoonnummer in.",
  country_required: "Voer het telefoonnummer met landnummer in, bijvoorbeeld +1 415 555 2671.",
  unknown_calling_code: "Dit landnummer bestaat niet. Controleer de eerste cijfers van het nummer.",
  phone_too_short:
    "Dit telefoonnummer heeft te weinig cijfers. Controleer de cijfers en het landnummer.",
  phone_too_long:
    "Dit telefoonnummer heeft te veel cijfers. Controleer de cijfers en het landnummer.",
  phone_invalid_length:
    "Dit telefoonnummer heeft niet het juiste aantal cijfers. Controleer de cijfers en het landnummer.",
  local_only: "Dit telefoonnummer is onvolledig. Voer alle cijfers in, ook het netnummer.",
  phone_not_in_use:
    "Dit telefoonnummer is niet in gebruik. Controleer de cijfers en het landnummer.",
  scientific_notation: "Een spreadsheet heeft dit telefoonnummer ingekort. Voer alle cijfers in.",
  several_numbers: "Voer maar één telefoonnummer in.",
  not_e164:
    "Voer het telefoonnummer in met een + en verder alleen cijfers, bijvoorbeeld +14155552671.",
  reserved_source: "Kies een andere bron. Dit woord is voorbehouden aan Quo.",
  reserved_source_prefix: "Kies een andere bron, die niet met “{prefix}” begint.",
  invalid_user_id: "Voer de ID van een Quo-gebruiker in. Die begint met US.",
  invisible_without_phone: "Zonder telefoonnummer verschijnt dit contact niet in de Quo-app.",
  first_name_replaced: "De voornaam was leeg.",
  number_to_text: "Het getal is omgezet in tekst.",
  boolean_to_text: "Het antwoord ja of nee is omgezet in tekst.",
  percent_left_out: "Het procentteken is verwijderd.",
  currency_left_out: "De valuta is verwijderd.",
  read_as_negative: "De haakjes zijn als minteken gelezen.",
  precision_cut: "De tijd is afgekapt op milliseconden.",
  utc_assumed: "De tijd is als UTC gelezen, omdat er geen tijdzone bij staat.",
  scheme_added: "https:// is ervoor gezet.",
  percent_encoded: "Speciale tekens in het webadres zijn gecodeerd.",
  email_unwrapped: "Alleen het e-mailadres is behouden.",
  duplicate_merged: "Dezelfde waarde is twee keer opgegeven en één keer behouden.",
  extension_left_out: "Het toestelnummer is verwijderd.",
  letters_converted: "De letters zijn gelezen als de cijfers op een telefoontoetsenbord.",
  word_left_out: "De tekst naast het nummer is verwijderd.",
};

export const nl: Language = { locale: "nl", messages };
export default nl;
