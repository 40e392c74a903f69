// German.
import type { Language } from "#types";
import type { Texts } from "./en.js";

const messages: Texts = {
  required: "Bitte füllen Sie dieses Feld aus.",
  wrong_type: "Diese Art von Angabe passt hier nicht.",
  "wrong_type.text": "Bitte geben Sie einen Text ein.",
  "wrong_type.number": "Bitte geben Sie eine Zahl ein.",
  "wrong_type.boolean": "Bitte antworten Sie mit Ja oder Nein.",
  "wrong_type.date": "Bitte geben Sie ein Datum ein.",
  "wrong_type.array of texts": "Bitte wählen Sie einen oder mehrere Werte aus.",
  unreadable: "Diese Angabe lässt sich nicht lesen. Bitte geben Sie sie noch einmal ein.",
  "unreadable.depth": "Diese Angabe hat zu viele Ebenen.",
  "unreadable.size": "Das sind zu viele Daten auf einmal.",
  unknown_field:
    "Es gibt kein Feld mit diesem Namen. Eigene Felder werden in der Quo-App angelegt.",
  ambiguous_name:
    "Mehrere Felder haben diesen Namen. Bitte verwenden Sie einen ihrer Schlüssel: {keys}.",
  duplicate_field:
    "Dieses Feld wurde doppelt ausgefüllt. Bitte lassen Sie nur einen der Werte stehen.",
  unsupported_type: "Felder vom Typ „{type}“ werden noch nicht unterstützt.",
  control_character: "Bitte entfernen Sie Zeilenumbrüche und unsichtbare Zeichen aus diesem Text.",
  malformed_text:
    "Dieser Text enthält ein beschädigtes Zeichen. Bitte geben Sie ihn noch einmal ein.",
  too_long: "Bitte verwenden Sie höchstens {max} Zeichen.",
  not_in_table: "Dieser Wert steht nicht in der Liste der bekannten Werte.",
  unknown_country: "Bitte geben Sie ein Länderkürzel aus zwei Buchstaben ein, zum Beispiel DE.",
  too_many_items: "Bitte geben Sie höchstens {max} Einträge an.",
  invalid_number: "Bitte geben Sie eine Zahl ein, zum Beispiel 1500.",
  ambiguous_number:
    "Diese Zahl lässt sich auf zwei Arten lesen. Bitte lassen Sie das Tausendertrennzeichen weg.",
  inexact_number:
    "Diese Zahl hat zu viele Stellen. Bitte geben Sie eine Zahl mit weniger Stellen ein.",
  not_finite: "Bitte geben Sie eine gewöhnliche Zahl ein.",
  invalid_boolean: "Bitte antworten Sie mit Ja oder Nein.",
  invalid_date: "Bitte geben Sie ein Datum ein, zum Beispiel 2025-04-30.",
  ambiguous_date:
    "Es ist unklar, welche Zahl der Monat ist. Bitte geben Sie Jahr, Monat und Tag an, zum Beispiel 2025-04-30.",
  undeclared_date_format: "Bitte geben Sie Jahr, Monat und Tag an, zum Beispiel 2025-04-30.",
  impossible_date: "Dieses Datum oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie die Angabe.",
  year_out_of_range: "Bitte geben Sie ein Jahr von 1 bis 9999 ein.",
  unknown_option: "Bitte wählen Sie eine der Möglichkeiten aus.",
  undeclared_separator: "Bitte geben Sie jeden Wert einzeln an.",
  invalid_url: "Bitte geben Sie eine Webadresse ein, zum Beispiel https://example.com.",
  forbidden_scheme: "Bitte geben Sie eine Webadresse ein, die mit https:// oder http:// beginnt.",
  invalid_email: "Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
  not_a_phone_number: "Bitte geben Sie eine Telefonnummer ein.",
  country_required:
    "Bitte geben Sie die Telefonnummer mit Landesvorwahl ein, zum Beispiel +1 415 555 2671.",
  unknown_calling_code:
    "Diese Landesvorwahl gibt es nicht. Bitte prüfen Sie die ersten Ziffern der Nummer.",
  phone_too_short:
    "Diese Telefonnummer hat zu wenige Ziffern. Bitte prüfen Sie die Ziffern und die Landesvorwahl.",
  phone_too_long:
    "Diese Telefonnummer hat zu viele Ziffern. Bitte prüfen Sie die Ziffern und die Landesvorwahl.",
  phone_invalid_length:
    "Diese Telefonnummer hat nicht die richtige Anzahl von Ziffern. Bitte prüfen Sie die Ziffern und die Landesvorwahl.",
  local_only:
    "Diese Telefonnummer ist unvollständig. Bitte geben Sie alle Ziffern ein, auch die Ortsvorwahl.",
  phone_not_in_use:
    "Diese Telefonnummer ist nicht vergeben. Bitte prüfen Sie die Ziffern und die Landesvorwahl.",
  scientific_notation:
    "Eine Tabellenkalkulation hat diese Telefonnummer gekürzt. Bitte geben Sie alle Ziffern ein.",
  several_numbers: "Bitte geben Sie nur eine Telefonnummer ein.",
  not_e164:
    "Bitte geben Sie die Telefonnummer als + und Ziffern ohne Leerzeichen ein, zum Beispiel +14155552671.",
  reserved_source: "Bitte wählen Sie eine andere Quelle. Dieses Wort ist Quo vorbehalten.",
  reserved_source_prefix: "Bitte wählen Sie eine andere Quelle, die nicht mit „{prefix}“ beginnt.",
  invalid_user_id: "Bitte geben Sie die ID eines Quo-Benutzers ein. Sie beginnt mit US.",
  invisible_without_phone: "Ohne Telefonnummer erscheint dieser Kontakt nicht in der Quo-App.",
  first_name_replaced: "Der Vorname war leer.",
  number_to_text: "Die Zahl wurde in Text umgewandelt.",
  boolean_to_text: "Die Antwort Ja oder Nein wurde in Text umgewandelt.",
  percent_left_out: "Das Prozentzeichen wurde entfernt.",
  currency_left_out: "Die Währungsangabe wurde entfernt.",
  read_as_negative: "Die Klammern wurden als Minuszeichen gelesen.",
  precision_cut: "Die Uhrzeit wurde auf Millisekunden gekürzt.",
  utc_assumed: "Die Uhrzeit nennt keine Zeitzone und wurde als UTC gelesen.",
  scheme_added: "https:// wurde vorangestellt.",
  percent_encoded: "Sonderzeichen in der Webadresse wurden kodiert.",
  email_unwrapped: "Nur die E-Mail-Adresse wurde übernommen.",
  duplicate_merged: "Derselbe Wert wurde doppelt angegeben und nur einmal übernommen.",
  extension_left_out: "Die Durchwahl wurde entfernt.",
  letters_converted: "Die Buchstaben wurden wie auf einer Telefontastatur als Ziffern gelesen.",
  word_left_out: "Der Text neben der Telefonnummer wurde entfernt.",
};

export const de: Language = { locale: "de", messages };
export default de;
