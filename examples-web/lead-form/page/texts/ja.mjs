/** Japanese: what the page says by itself. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Juniper Linesへのお問い合わせ",
    skip: "フォームへ移動",
    headline: "電話のこと、ご相談ください。",
    lead: "チームについて少しお聞かせください。自動音声ではなく担当者が、1営業日以内に折り返しお電話します。",
    point1: "働き方に合ったプラン",
    point2: "今の番号をそのまま利用",
    point3: "契約の縛りも初期費用もなし",
    language: "言語",
    formTitle: "お客様の情報",
    needed:
      "必須なのは、お名前（名）と、電話番号またはメールアドレスのどちらかです。その他の項目は、準備の参考にさせていただきます。",
    firstName: "名",
    lastName: "姓",
    company: "会社名",
    email: "仕事用のメールアドレス",
    country: "電話番号の国",
    phone: "電話番号",
    phoneHint: "国番号はあってもなくてもかまいません。",
    more: "よりよいご提案のために",
    privacy: "ご記入の内容は、ご返答のためだけに使います。",
    another: "もう一件送る",
    yes: "はい",
    no: "いいえ",
    open: "回答しない",
    severalHint: "複数ある場合はカンマで区切ってください。",
    "hint:monthly-budget": "チーム全体の金額（米ドル）です。",
    noScript:
      "このフォームにはJavaScriptが必要です。hello@juniper-lines.exampleまでメールでご連絡ください。",
    "label:interests": "どのようなことに関心がありますか",
    "label:monthly-budget": "月々の予算",
    "label:66e0a1b2c3d4e5f601234567": "開始希望日",
    "label:website": "ウェブサイト",
    "label:inbound-lead": "当社をどこで知りましたか",
    "label:4815162": "すでにご利用中ですか",
    "label:1710000000042": "オフィスの住所",
    "option:Numbers": "電話番号",
    "option:Texting": "メッセージ",
    "option:Recording": "通話録音",
    "option:Integrations": "連携",
  },
  words: { error: "修正が必要です：", warning: "ご確認ください：", perhaps: "もしかして：" },
  afterName: "：",
  messages: {
    invisible_without_phone:
      "電話番号がない場合は、ご入力のメールアドレスへのご連絡のみとなります。",
    invalid_date: "年・月・日をすべて入力してください。",
    unreachable: "ご連絡先として、電話番号またはメールアドレスを入力してください。",
  },
  send: "電話を依頼する",
  sending: "送信しています…",
  corrected: "修正されました。",
  toCorrect: (count) => `修正が必要な項目：${count}件`,
  reading: (number) => `${number}にお電話します。`,
  thanks: (firstName, lastName) =>
    firstName ? `${lastName || firstName}様、ありがとうございます。` : "ありがとうございます。",
  promise: (number) =>
    number
      ? `承りました。1営業日以内に${number}へお電話します。`
      : "承りました。1営業日以内にご連絡します。",
  reference: (id) => `受付番号：${id}`,
  failures: {
    offline:
      "送信できませんでした。入力された内容はそのまま残っています。接続を確認して、もう一度送信してください。",
    busy: "ただいま保存できませんでした。入力された内容はそのまま残っています。少ししてからもう一度送信してください。",
    refused:
      "サーバーがこのフォームを受け付けませんでした。hello@juniper-lines.exampleまでご連絡ください。",
    engine:
      "ページの一部を読み込めませんでした。再読み込みするか、hello@juniper-lines.exampleまでご連絡ください。",
  },
};
