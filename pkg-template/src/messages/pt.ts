// Portuguese, as Brazil writes it.
import type { Language } from "#types";
import type { Texts } from "./en.js";

const messages: Texts = {
  required: "Preencha este campo.",
  wrong_type: "Este tipo de valor não serve aqui.",
  "wrong_type.text": "Insira um texto.",
  "wrong_type.number": "Insira um número.",
  "wrong_type.boolean": "Responda sim ou não.",
  "wrong_type.date": "Insira uma data.",
  "wrong_type.array of texts": "Escolha um ou mais valores.",
  unreadable: "Não é possível ler este valor. Insira-o novamente.",
  "unreadable.depth": "Este valor tem níveis demais.",
  "unreadable.size": "São dados demais de uma só vez.",
  unknown_field:
    "Não há nenhum campo com este nome. Os campos personalizados são criados no aplicativo Quo.",
  ambiguous_name: "Vários campos têm este nome. Use uma das chaves deles: {keys}.",
  duplicate_field: "Este campo foi preenchido duas vezes. Mantenha apenas um dos valores.",
  unsupported_type: "Os campos do tipo “{type}” ainda não são aceitos.",
  control_character: "Remova as quebras de linha e os caracteres invisíveis deste texto.",
  malformed_text: "Este texto contém um caractere danificado. Insira o texto novamente.",
  too_long: "Use no máximo {max} caracteres.",
  not_in_table: "Este valor não está na lista de valores conhecidos.",
  unknown_country: "Insira o código de duas letras de um país, por exemplo BR.",
  too_many_items: "Indique no máximo {max} itens.",
  invalid_number: "Insira um número, por exemplo 1500.",
  ambiguous_number:
    "Este número pode ser lido de duas maneiras. Escreva-o sem separador de milhares.",
  inexact_number: "Este número tem algarismos demais. Insira um número com menos algarismos.",
  not_finite: "Insira um número comum.",
  invalid_boolean: "Responda sim ou não.",
  invalid_date: "Insira uma data, por exemplo 2025-04-30.",
  ambiguous_date:
    "Não está claro qual número é o mês. Indique ano, mês e dia, por exemplo 2025-04-30.",
  undeclared_date_format: "Indique ano, mês e dia, por exemplo 2025-04-30.",
  impossible_date: "Esta data ou hora não existe. Verifique-a.",
  year_out_of_range: "Insira um ano de 1 a 9999.",
  unknown_option: "Escolha uma das opções.",
  undeclared_separator: "Indique cada valor separadamente.",
  invalid_url: "Insira um endereço web, por exemplo https://example.com.",
  forbidden_scheme: "Insira um endereço web que comece com https:// ou http://.",
  invalid_email: "Insira um endereço de e-mail, por exemplo nome@example.com.",
  not_a_phone_number: "Insira um número de telefone.",
  country_required:
    "Insira o número de telefone com o código do país, por exemplo +1 415 555 2671.",
  unknown_calling_code:
    "Este código de país não existe. Verifique os primeiros algarismos do número.",
  phone_too_short:
    "Faltam algarismos neste número de telefone. Verifique os algarismos e o código do país.",
  phone_too_long:
    "Este número de telefone tem algarismos demais. Verifique os algarismos e o código do país.",
  phone_invalid_length:
    "Este número de telefone não tem a quantidade certa de algarismos. Verifique os algarismos e o código do país.",
  local_only:
    "Este número de telefone está incompleto. Insira todos os algarismos, com o código de área (DDD).",
  phone_not_in_use:
    "Este número de telefone não está em uso. Verifique os algarismos e o código do país.",
  scientific_notation: "Uma planilha abreviou este número de telefone. Insira todos os algarismos.",
  several_numbers: "Insira apenas um número de telefone.",
  not_e164: "Insira o número de telefone apenas com + e algarismos, por exemplo +14155552671.",
  reserved_source: "Escolha outra origem. Esta palavra é reservada à Quo.",
  reserved_source_prefix: "Escolha outra origem, que não comece com “{prefix}”.",
  invalid_user_id: "Insira o ID de um usuário da Quo. Ele começa com US.",
  invisible_without_phone: "Sem número de telefone, este contato não aparece no aplicativo Quo.",
  first_name_replaced: "O nome estava vazio.",
  number_to_text: "O número foi convertido em texto.",
  boolean_to_text: "A resposta sim ou não foi convertida em texto.",
  percent_left_out: "O sinal de porcentagem foi removido.",
  currency_left_out: "A moeda foi removida.",
  read_as_negative: "Os parênteses foram lidos como um sinal de menos.",
  precision_cut: "A hora foi reduzida a milissegundos.",
  utc_assumed: "A hora foi lida como UTC, pois não indica o fuso horário.",
  scheme_added: "Foi acrescentado https:// no início.",
  percent_encoded: "Os caracteres especiais do endereço web foram codificados.",
  email_unwrapped: "Apenas o endereço de e-mail foi mantido.",
  duplicate_merged: "O mesmo valor foi indicado duas vezes e é mantido uma só vez.",
  extension_left_out: "O ramal foi removido do número.",
  letters_converted: "As letras foram lidas como os algarismos de um teclado de telefone.",
  word_left_out: "O texto ao lado do número foi removido.",
};

export const pt: Language = { locale: "pt", messages };
export default pt;
