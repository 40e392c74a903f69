/** Portuguese: what the page says by itself. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Fale com a Juniper Lines",
    skip: "Ir para o formulário",
    headline: "Vamos falar dos seus telefones.",
    lead: "Conte um pouco sobre a sua equipe. Uma pessoa, não um robô, liga para você em até um dia útil.",
    point1: "Um plano que combina com o seu trabalho",
    point2: "Mantenha os seus números",
    point3: "Sem contrato e sem taxa de instalação",
    language: "Idioma",
    formTitle: "Seus dados",
    needed:
      "Só precisamos do seu nome e de um número de telefone ou endereço de e-mail. O resto nos ajuda na preparação.",
    firstName: "Nome",
    lastName: "Sobrenome",
    company: "Empresa",
    email: "E-mail de trabalho",
    country: "País do número",
    phone: "Telefone",
    phoneHint: "Com ou sem o código do país: tanto faz.",
    more: "Para chegarmos preparados",
    privacy: "Usamos os seus dados só para responder a você.",
    another: "Enviar outro pedido",
    yes: "Sim",
    no: "Não",
    open: "Sem resposta",
    severalHint: "Pode haver vários, separados por vírgulas.",
    "hint:monthly-budget": "Para toda a equipe, em dólares americanos.",
    noScript:
      "Este formulário precisa de JavaScript. Se preferir, escreva para hello@juniper-lines.example.",
    "label:interests": "Sobre o que gostaria de saber mais?",
    "label:monthly-budget": "Orçamento mensal",
    "label:66e0a1b2c3d4e5f601234567": "Início desejado",
    "label:website": "Site",
    "label:inbound-lead": "Como nos encontrou?",
    "label:4815162": "Já é cliente?",
    "label:1710000000042": "Endereço do escritório",
    "option:Numbers": "Números",
    "option:Texting": "Mensagens",
    "option:Recording": "Gravação",
    "option:Integrations": "Integrações",
  },
  words: { error: "A corrigir: ", warning: "Nota: ", perhaps: "Talvez você quisesse dizer: " },
  afterName: ": ",
  messages: {
    invisible_without_phone: "Sem número de telefone, só podemos escrever para você.",
    invalid_date: "Insira a data completa: dia, mês e ano.",
    unreachable:
      "Insira um número de telefone ou um endereço de e-mail para que possamos responder a você.",
  },
  send: "Pedir uma ligação",
  sending: "Enviando…",
  corrected: "Corrigido.",
  toCorrect: (count) => (count === 1 ? "Um item a corrigir" : `${count} itens a corrigir`),
  reading: (number) => `Vamos ligar para ${number}.`,
  thanks: (name) => (name ? `Obrigado, ${name}.` : "Obrigado."),
  promise: (number) =>
    number
      ? `Recebemos os seus dados e vamos ligar para ${number} em até um dia útil.`
      : "Recebemos os seus dados e vamos responder em até um dia útil.",
  reference: (id) => `Sua referência: ${id}`,
  failures: {
    offline:
      "O envio não chegou até nós. Nada se perdeu: tudo o que você digitou continua aqui. Verifique a conexão e envie de novo.",
    busy: "Não conseguimos salvar agora. Nada se perdeu: tudo o que você digitou continua aqui. Envie de novo daqui a pouco.",
    refused:
      "Nosso servidor não aceitou o formulário. Escreva para hello@juniper-lines.example, por favor.",
    engine:
      "Uma parte desta página não carregou. Recarregue a página ou escreva para hello@juniper-lines.example.",
  },
};
