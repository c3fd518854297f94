/** What the letters of one language are made of. Words stand as they are indexed, but for their case and accents. */
export interface BenchLanguage {
  /** The share of tickets that are written in it. */
  readonly share: number;
  /** The words that stand in every text. */
  readonly common: readonly string[];
  /** What people write to a desk about. */
  readonly matters: readonly string[];
  /** What rare words are made of. */
  readonly syllables: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Two thirds write in English; the others are there because scripts are indexed in different ways. */
export const LANGUAGES: readonly BenchLanguage[] = [
  {
    share: 0.64,
    common:
      words(`the to and we is of in it that for on not you our with this are was have please be as but at when after
      from can has there all since no or which by one they if would still i my an so what do us up out again only into
      your how any now same before been hello thanks regards team hi kind could because about every more some than`),
    matters:
      words(`invoice invoices payment charged refund card subscription plan seats renewal price receipt tax vat bank
      transfer amount billing account login password email address user users admin role permission invite invitation
      owner access locked reset code authenticator phone session error page export import csv pdf file files upload
      download api webhook token request response server slow timeout crash update version app browser chrome safari
      mobile screen button dashboard report filter search list order orders delivery driver route map address customer
      customers warehouse label printer scan barcode sync calendar notification message template integration shop
      product stock data delete restore backup archive settings language time zone date format column table row chart
      missing wrong empty twice duplicate failed broken stuck late urgent yesterday today morning week month deadline
      audit auditor accountant contract trial upgrade downgrade cancel question feature request documentation support
      answer change changed works working need help see show shows open opened click get got sent send received`),
    syllables: words('con ber tal mer dor vin sel pra qui lor nex tam fil gro hal kes mon pel rad sto tri ul ver wen'),
  },
  {
    share: 0.12,
    common:
      words(`die der und wir ist das nicht in zu es den mit auf für eine ein von sich bei auch nach wie im aber wenn
      noch uns bitte haben hat ich sie kann dass seit alle nur oder am als hallo danke viele grüße guten tag`),
    matters:
      words(`rechnung rechnungen zahlung abgebucht erstattung karte abo lizenz preis beleg steuer überweisung betrag
      konto anmeldung passwort adresse benutzer rechte einladung zugang gesperrt fehler seite ausfuhr datei hochladen
      herunterladen schnittstelle antwort langsam absturz neueste fassung handy bildschirm übersicht bericht suche liste
      auftrag aufträge lieferung fahrer route karte kunde lager etikett drucker abgleich kalender nachricht vorlage
      löschen wiederherstellen einstellungen sprache datum spalte fehlt falsch leer doppelt dringend gestern heute woche
      monat frist prüfer vertrag kündigung frage hilfe zeigt öffnen gesendet erhalten`),
    syllables: words(
      'schl ber gen ung ach ein stadt werk zug hof ler mann tor bach feld brun kop rei sul wang zer tig',
    ),
  },
  {
    share: 0.06,
    common:
      words(`le la les de des et nous est une un que pour pas en du au sur avec dans il ce vous qui a été notre plus
      par mais depuis bonjour merci cordialement si sont aux cette tout nos`),
    matters:
      words(`facture factures paiement débité remboursement carte abonnement licence prix reçu virement montant compte
      connexion mot passe adresse utilisateur accès bloqué erreur page fichier télécharger export lent serveur écran
      rapport recherche liste commande livraison chauffeur client entrepôt étiquette imprimante message modèle supprimer
      langue date colonne manque faux vide double urgent hier semaine mois contrat résiliation question aide`),
    syllables: words('bel mont ville eau tion rue champ cour dre lan mar noix pre quer rou sen toi vau'),
  },
  {
    share: 0.05,
    common:
      words(`el la de que y en los se no las un por con una para es del nos hola gracias saludos al lo más pero desde
      hay está cuando nuestro todo muy`),
    matters:
      words(`factura pago cobrado reembolso tarjeta suscripción licencia precio recibo transferencia importe cuenta
      contraseña dirección usuario acceso bloqueado error página archivo descargar lento servidor pantalla informe
      búsqueda lista pedido entrega conductor cliente almacén etiqueta impresora mensaje plantilla borrar idioma fecha
      falta vacío doble urgente ayer semana mes contrato cancelar pregunta ayuda`),
    syllables: words('bar cal der gui lla men nor pal que ris san tor val zar lug pes mir'),
  },
  {
    share: 0.05,
    common: words(`и в не на что мы с по у но как это за от из все нас для уже если когда после здравствуйте спасибо
      пожалуйста нам бы же до только`),
    matters:
      words(`счёт счета оплата списали возврат карта подписка лицензия цена чек налог перевод сумма аккаунт вход пароль
      адрес пользователь доступ заблокирован ошибка страница файл загрузить скачать выгрузка сервер медленно экран отчёт
      поиск список заказ доставка водитель клиент склад этикетка принтер сообщение шаблон удалить язык дата колонка
      пропал неверно пусто дважды срочно вчера неделя месяц договор отменить вопрос помощь`),
    syllables: words('бор ван гор дел жар зем кол лен мир нор пол рос сев тер укр фон хол чер'),
  },
  {
    share: 0.03,
    common: words('في من على لا إلى هذا أن مع بعد منذ نحن لم كل عند مرحبا شكرا يرجى'),
    matters:
      words(`فاتورة الفاتورة دفع بطاقة استرداد اشتراك سعر حساب كلمة المرور عنوان مستخدم دخول مغلق خطأ صفحة ملف تنزيل بطيء
      شاشة تقرير بحث قائمة طلب توصيل سائق عميل مخزن طابعة رسالة حذف لغة تاريخ ناقص فارغ عاجل أمس أسبوع شهر عقد سؤال مساعدة`),
    syllables: words('با تر جم حر دن رس سل شم صف طب عر فن قل كم لب مر نو هد'),
  },
  {
    // Chunks, because nothing parts the words.
    share: 0.03,
    common: words(
      'です。 お世話になっております。 よろしくお願いします。 しかし、 昨日から、 現在、 ありがとうございます。 また、',
    ),
    matters:
      words(`請求書が届きません。 二重に請求されました。 返金をお願いします。 パスワードを変更できません。 ログインできません。
      画面が真っ白です。 エラーが表示されます。 ファイルがダウンロードできません。 注文が消えました。 配送が遅れています。
      検索が遅いです。 印刷できません。 契約を解約したいです。 住所を変更したいです。 通知が来ません。 支払い方法を教えてください。`),
    syllables: words('東 西 南 北 山 川 田 中 村 木 石 井 森 高 小 大 松 竹 梅 橋 原 野'),
  },
  {
    share: 0.02,
    common: words('您好， 谢谢。 请帮忙。 从昨天开始， 但是， 现在， 我们， 另外，'),
    matters:
      words(`我想退款。 发票没有收到。 被重复扣款。 无法登录。 密码重置失败。 页面打不开。 文件下载为空。 订单不见了。 配送延迟。
      搜索很慢。 打印机不工作。 想取消合同。 地址需要更改。 没有收到通知。 价格不对。 数据丢失。`),
    syllables: words('北 京 上 海 广 州 深 圳 南 天 津 重 庆 成 都 武 汉 杭 苏 西 安'),
  },
];
