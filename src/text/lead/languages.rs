//! Lead verbs of the languages beside English: how each is told, by lists and by the forms that its grammar gives.
//!
//! | language | preamble | operative part |
//! |---|---|---|
//! | French | `-ant`, with `se` or `n’` before it; states (`Consciente`, `Préoccupé`) | third person, listed |
//! | Spanish | `-ndo`, `-ndose`; states (`Consciente`, `Preocupada`) | third person, listed |
//! | Portuguese | `-ando`, `-endo`, `-indo`; states (`Consciente`, `Preocupado`) | third person, listed |
//! | Italian | `-ando`, `-endo`; what was done (`Visto`, `Premesso`) | third person, listed |
//! | Russian | `-я`, `-ясь`, `-ась`, `-в`, `-вшись`, `будучи` | `-ет`, `-ит`, `-ется`, `-ится` |
//! | German | `-end`, `eingedenk`, or what stands with `unter`, `in`, `mit` | `-t`, listed |
//! | Arabic | `إذ` or `وقد` before the verb | the present tense, `ي…` or `ت…` |
//! | Chinese | a list; the number alone tells the part | the same list |

use super::Verb;
use crate::text::language::Language;

/// How the lead verbs of a language are told. All words are in small letters.
pub(super) struct LeadForms {
    /// Words that may stand before the verb.
    pub(super) before: WordTable,
    /// Endings of words that may.
    pub(super) before_endings: WordTable,
    /// What opens a preambular paragraph.
    pub(super) preambular: WordTable,
    /// Endings of verbs that perhaps do, of words of six letters or more.
    pub(super) preambular_endings: WordTable,
    /// What opens an operative paragraph.
    pub(super) operative: WordTable,
    /// Endings of verbs that do.
    pub(super) operative_endings: WordTable,
    /// Words that have the form of a verb and are none.
    pub(super) nouns: WordTable,
    /// Whether an ending is as sure as a list.
    pub(super) sure: bool,
    /// Whether words are not parted by spaces, so that a verb is a beginning.
    pub(super) unparted: bool,
    /// What stands for the verb and is none, so that the word behind it belongs to the phrase: `unter Hinweis`.
    pub(super) openers: WordTable,
    /// Words behind the verb that belong to it, and phrases, joined by `_`: `к_сведению`.
    pub(super) behind: WordTable,
    /// Words that may stand before those.
    pub(super) within: WordTable,
}

/// How the lead verbs of a language are told; none of English, which has rules of its own, and of a language that
/// is not known.
pub(super) fn forms(language: Language) -> Option<&'static LeadForms> {
    Some(match language {
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
        Language::Russian => &RUSSIAN,
        Language::German => &GERMAN,
        Language::Italian => &ITALIAN,
        Language::Portuguese => &PORTUGUESE,
        Language::Arabic => &ARABIC,
        Language::Chinese => &CHINESE,
        Language::English | Language::Other => return None,
    })
}

/// How many words may stand before a verb: `с глубокой и серьезной обеспокоенностью отмечая`.
const BEFORE: usize = 5;

/// What a congress calls itself where it is the subject, in Chinese.
pub(super) const CONGRESSES: [&str; 2] = ["会议", "大会"];

impl LeadForms {
    /// The verb that a text of these words opens with, and whether only its form tells it.
    pub(super) fn verb<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<(Verb, bool)> {
        self.verb_at(words).map(|(_, verb, unsure)| (verb, unsure))
    }

    /// So, with the position of the word that is the verb.
    pub(super) fn verb_at<'w>(
        &self,
        words: impl Iterator<Item = &'w str>,
    ) -> Option<(usize, Verb, bool)> {
        for (at, word) in words.take(BEFORE + 1).enumerate() {
            if let Some((verb, unsure)) = self.form(word) {
                return Some((at, verb, unsure));
            }
            let may_precede = self.before.contains(word) || self.before_endings.end(word);
            if !may_precede {
                return None;
            }
        }
        None
    }

    fn form(&self, word: &str) -> Option<(Verb, bool)> {
        if self.unparted {
            // `大会认为`: the body may stand before its verb.
            let word = CONGRESSES
                .iter()
                .find_map(|body| word.strip_prefix(body))
                .unwrap_or(word);
            let begins = self.preambular.iter().any(|verb| word.starts_with(verb));
            return begins.then_some((Verb::Participle, false));
        }
        if self.nouns.contains(word) {
            None
        } else if self.preambular.contains(word) {
            Some((Verb::Participle, false))
        } else if self.operative.contains(word) {
            Some((Verb::Finite, false))
        } else if word.chars().count() < 5 {
            None
        } else if self.operative_endings.end(word) {
            // `соглашается` ends as a participle does, too.
            Some((Verb::Finite, !self.sure))
        } else if self.preambular_endings.end(word) {
            Some((Verb::Participle, !self.sure))
        } else {
            None
        }
    }
}

/// Words or endings, parted by white space. A list of strings would take six times their bytes in the program, for
/// the addresses.
pub(super) struct WordTable(&'static str);

impl WordTable {
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.split_whitespace()
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        let ends = |letters: &[u8]| letters.first().is_none_or(u8::is_ascii_whitespace);
        let begins = |letters: &[u8]| letters.last().is_none_or(u8::is_ascii_whitespace);
        let all = self.0.as_bytes();
        let is_whole = |at: usize| begins(&all[..at]) && ends(&all[at + word.len()..]);
        !word.is_empty() && self.0.match_indices(word).any(|(at, _)| is_whole(at))
    }

    /// Whether a word has one of these endings.
    fn end(&self, word: &str) -> bool {
        self.iter().any(|ending| word.ends_with(ending))
    }
}

static FRENCH: LeadForms = LeadForms {
    before: WordTable(
        "se s n ne y en tout encore également aussi toujours plus très bien outre nouveau à de ayant dûment
         notamment étant elle il l",
    ),
    before_endings: WordTable("ment"),
    preambular: WordTable(
        "accueillant affirmant agissant après attendu alarmé alarmée animé animée appelant appréciant appuyant approuvant
         attaché attachée attachant attristé attristée ayant condamnant confirmant conscient consciente
         considérant constatant consterné consternée convaincu convaincue craignant demandant déclarant
         déplorant désireuse désireux déterminé déterminée encouragé encouragée encourageant engageant engagé
         engagée estimant exhortant exprimant faisant félicitant fermement fidèle gardant guidé guidée
         ignorant indigné indignée inquiet inquiète inquiétant insistant inspiré inspirée jugeant louant
         mettant notant observant persuadé persuadée prenant préoccupé préoccupée rappelant recommandant
         reconnaissant regrettant relevant remerciant rendant renouvelant résolu résolue réaffirmant
         réitérant réjouissant sachant saluant satisfait satisfaite sensible soucieuse soucieux soulignant
         tenant troublé troublée vu considéré",
    ),
    preambular_endings: WordTable("ant"),
    operative: WordTable(
        "accepte accueille adopte affirme appelle applaudit apprécie approuve appuie assure attend autorise
         charge compte condamne confie confirme considère constate convient convoque crée demande décide
         déclare dénonce déplore désigne dit encourage engage enjoint entend estime exhorte exige exprime
         fait félicite forme insiste institue invite juge lance loue maintient met nomme note observe prend
         prescrit presse prie proclame prolonge propose proroge préconise rappelle recommande reconnaît
         regrette rejette relève remercie rend renouvelle requiert reste résout réaffirme réclame réitère
         réjouit réprouve sait salue souhaite souligne souscrit soutient suggère supplie tient transmet voit
         est",
    ),
    operative_endings: WordTable(""),
    nouns: WordTable(
        "abondant adjudant auparavant autant avant cependant constant consultant courant croissant devant
         dorénavant durant déterminant enfant exécutant fabricant gouvernement important instant intéressant
         montant moyennant nonobstant occupant participant pendant permanent portant pourtant puissant
         restant représentant règlement suffisant suivant traitement tant parlement département développement
         document",
    ),
    sure: false,
    unparted: false,
    openers: WordTable(""),
    behind: WordTable(
        "note acte compte présent également aussi encore en_outre de_nouveau à_nouveau de_plus instamment vivement
         fermement en_considération à_l’esprit à_cœur examiné entendu étudié considéré avec_satisfaction
         avec_préoccupation avec_inquiétude avec_intérêt avec_gratitude avec_regret avec_appréciation
         avec_reconnaissance avec_force hommage préoccupation préoccupée préoccupé inquiétude gratitude satisfaction reconnaissance
         intention appréciation l’espoir l’accent gré conscient consciente prêt prête énergiquement pleinement
         profondément",
    ),
    within: WordTable("sa son ses leur leurs profonde vive grave le la vivement gravement profondément"),
};

static SPANISH: LeadForms = LeadForms {
    before: WordTable(
        "se no también además asimismo nuevamente una vez más aún muy todavía habiendo siendo sigue",
    ),
    before_endings: WordTable("mente"),
    preambular: WordTable(
        "acogiendo actuando afirmando agradeciendo alarmada alarmado alentada alentado alentando apoyando
         apreciando confiada confiado condenando consciente considerando consternada consternado convencida
         convencido decidida decidido deplorando deseando deseosa deseoso destacando encomiando exhortando
         expresando guiada guiado guiándose habiendo haciendo hondamente inquieta inquieto inspirada
         inspirado instando lamentando notando observando perturbada perturbado poniendo preocupada
         preocupado reafirmando recalcando recomendando reconociendo recordando reiterando resuelta resuelto
         resaltando rindiendo subrayando teniendo tomando visto vista vistos vistas",
    ),
    preambular_endings: WordTable("ando iendo yendo ándose iéndose yéndose"),
    operative: WordTable(
        "acepta acoge acuerda adopta advierte afirma agradece alienta apela aplaude apoya aprecia aprueba
         autoriza celebra compromete condena confirma considera convoca crea da decide declara denuncia
         deplora desea designa destaca determina elogia encarga encomia encomienda enfatiza establece exhorta
         exige expresa felicita hace insiste insta invita lamenta llama manifiesta mantiene nombra nota
         observa ordena permanece pide pone proclama prorroga queda reafirma recalca rechaza recomienda
         reconoce recuerda reitera remite renueva requiere resalta resuelve rinde saluda señala solicita
         subraya sugiere suplica suscribe toma transmite urge resuelvo dispone dispongo decreta",
    ),
    operative_endings: WordTable(""),
    nouns: WordTable("cuando mando comando contrabando dividendo estupendo parlamento reglamento"),
    sure: false,
    unparted: false,
    openers: WordTable(""),
    behind: WordTable(
        "nota cuenta presente en_cuenta en_consideración también asimismo además nuevamente encarecidamente
         enérgicamente firmemente con_satisfacción con_preocupación con_beneplácito con_reconocimiento
         con_aprecio con_agradecimiento con_interés con_pesar examinado considerado recibido homenaje preocupación
         gratitud satisfacción reconocimiento agradecimiento intención aprecio alarma voluntad conocimiento suyas
         suyo presentes notar de_relieve determinado plenamente profundamente todavía con_profunda_preocupación",
    ),
    within: WordTable("su sus profunda grave seria gran particular"),
};

static PORTUGUESE: LeadForms = LeadForms {
    before: WordTable("se não também ainda mais além uma vez muito tendo sendo"),
    before_endings: WordTable("mente"),
    preambular: WordTable(
        "alarmada alarmado atenta atento ciente consciente convencida convencido convicta convicto cientes conscientes
         desejosa desejoso determinada determinado guiada guiado preocupada preocupado tendo visto vista vistos",
    ),
    preambular_endings: WordTable("ando endo indo"),
    operative: WordTable(
        "aceita acolhe acorda adota adopta afirma agradece apela aplaude aprecia aprova autoriza condena confirma
         congratula considera convida convoca cria decide declara delibera deplora designa destaca determina encarrega
         encoraja estabelece exorta exige expressa exprime felicita incentiva incumbe insta insiste institui lamenta
         louva manifesta nomeia nota observa ordena pede permanece proclama prorroga reafirma recomenda reconhece
         recorda regista registra reitera rejeita renova requer resolve ressalta salienta saúda solicita sublinha
         sugere toma",
    ),
    operative_endings: WordTable(""),
    nouns: WordTable("quando comando bando dividendo"),
    sure: true,
    unparted: false,
    openers: WordTable(""),
    behind: WordTable(""),
    within: WordTable(""),
};

static ITALIAN: LeadForms = LeadForms {
    before: WordTable("si non anche inoltre ancora altresì"),
    before_endings: WordTable("mente"),
    preambular: WordTable(
        "accertato acquisito acquisiti atteso attesa consapevole considerata considerato constatato convinta convinto
         dato esaminata esaminato preoccupata preoccupato premessa premesso presa preso richiamata richiamate
         richiamati richiamato ricordata ricordato rilevata rilevato ritenuta ritenuto sentita sentito tenuto udita
         udito valutata valutato vista viste visti visto",
    ),
    preambular_endings: WordTable("ando endo"),
    operative: WordTable(
        "accoglie adotta afferma apprezza approva autorizza chiede condanna conferma convoca decide delibera deplora
         designa dichiara dispone esige esorta esprime impegna incarica incoraggia insiste invita istituisce nomina
         ordina prende proclama raccomanda riafferma ribadisce richiede riconosce ricorda ringrazia rinnova rinvia
         risolve saluta sollecita sottolinea stabilisce suggerisce",
    ),
    operative_endings: WordTable(""),
    nouns: WordTable("quando comando bando"),
    sure: true,
    unparted: false,
    openers: WordTable(""),
    behind: WordTable(""),
    within: WordTable(""),
};

static RUSSIAN: LeadForms = LeadForms {
    before: WordTable(
        "с со в вновь также далее снова самым образом настоятельным решительным еще раз и не по-прежнему при
         этом будучи вместе тем из",
    ),
    before_endings: WordTable("о ой ей ым им ием ью"),
    preambular: WordTable("будучи памятуя в озабоченная обеспокоенная озабоченный обеспокоенный"),
    preambular_endings: WordTable("я ясь ась ча вшись рев шав чив дев лив"),
    operative: WordTable("просит дает решил решила решило постановил постановила постановило"),
    operative_endings: WordTable("ет ёт ит ется ётся ится ут ют ят"),
    nouns: WordTable(
        "совет комитет бюджет кредит приоритет авторитет суверенитет резолюция ассамблея комиссия конференция
         организация",
    ),
    sure: true,
    unparted: false,
    openers: WordTable(""),
    behind: WordTable(
        "также далее вновь настоятельно решительно к_сведению во_внимание должное обеспокоенность озабоченность
         тревогу признательность благодарность сожаление удовлетворение надежду намерение решимость готовность
         поддержку внимание обеспокоен обеспокоена обеспокоенная озабочен озабочена встревожен встревожена
         с_удовлетворением с_признательностью с_обеспокоенностью с_озабоченностью с_сожалением с_интересом",
    ),
    within: WordTable("серьезную глубокую особую особое свою свое сильную крайнюю глубоко серьезно крайне"),
};

static GERMAN: LeadForms = LeadForms {
    before: WordTable(
        "sowie ferner erneut auch tätig tief zutiefst sich es daran darauf dessen noch sehr ebenfalls höchst
         ernsthaft nachdrücklich kenntnis mit großer weiterhin außerdem darüber hinaus des weiteren stets
         einmal fest voll wohl",
    ),
    before_endings: WordTable(""),
    preambular: WordTable(
        "alarmiert anlässlich angesichts aufgrund beeindruckt berücksichtigend besorgt bestrebt bestärkt
         betroffen beunruhigt bewusst davon eingedenk entschlossen entsetzt erfreut ermutigt erschüttert
         geleitet getragen gestützt im in mit nach ausgehend schockiert unter willens zur überzeugt zutiefst
         unterstützend",
    ),
    preambular_endings: WordTable("end ernd elnd"),
    operative: WordTable(
        "anerkennt appelliert bedauert befürwortet begrüßt behält bekräftigt bekundet belässt beschließt
         besteht bestimmt bestärkt bestätigt betont betrachtet billigt bittet bleibt dankt drängt empfiehlt
         entscheidet erinnert erkennt erklärt ermahnt ermutigt ermuntert ermächtigt ernennt ersucht erwartet
         fordert genehmigt gibt hebt hofft ist legt lehnt lobt macht missbilligt nimmt plädiert regt richtet
         ruft schlägt setzt spricht stellt unterstreicht unterstützt verbietet verlangt verlängert vermerkt
         verpflichtet versichert verurteilt verweist weist wiederholt wünscht würdigt zollt äußert
         übermittelt",
    ),
    operative_endings: WordTable(""),
    nouns: WordTable("gegend jugend tausend abend während folgend dementsprechend entsprechend"),
    sure: true,
    unparted: false,
    openers: WordTable("unter in im mit nach zur"),
    behind: WordTable(
        "erneut ferner auch außerdem ebenfalls nachdrücklich entschieden zutiefst uneingeschränkt kenntnis
         davon_kenntnis nehmend feststellend fest hervor an nahe mit_nachdruck mit_allem_nachdruck
         mit_genugtuung mit_besorgnis mit_dank mit_anerkennung mit_bedauern dessen_bewusst
         sich_dessen_bewusst absicht besorgnis bereitschaft anerkennung entschlossenheit dankes bedauerns",
    ),
    within: WordTable("seine ihre seiner ihrer des der tiefe tiefen ernste ernsten besondere besonderen große großer kenntnis"),
};

static ARABIC: LeadForms = LeadForms {
    before: WordTable("و"),
    before_endings: WordTable(""),
    preambular: WordTable("إذ وإذ اذ واذ وقد بعد وبعد إدراكا وإدراكا اقتناعا واقتناعا إيمانا"),
    preambular_endings: WordTable(""),
    operative: WordTable(
        "يقرر تقرر يقرّر تقرّر يطلب تطلب يدعو تدعو يحث تحث يهيب تهيب يرحب ترحب يؤكد تؤكد يعرب تعرب يدين تدين
         يلاحظ تلاحظ يشجع تشجع يشدد تشدد يشير تشير يحيط تحيط يعيد تعيد يكرر تكرر يأذن تأذن يطالب تطالب يثني
         تثني يقر تقر يوصي توصي يؤيد تؤيد يشيد تشيد يسلم تسلم يناشد تناشد يعلن تعلن يوافق توافق يعتمد تعتمد
         يبقي تبقي ينوه تنوه يأسف تأسف يوعز يكلف تكلف يرجو ترجو يعتزم تعتزم يشكر تشكر يرفض ترفض يمدد تمدد يرى
         ترى يذكر تذكر تسلّم يسلّم يشدّد تشدّد يشجّع تشجّع يؤمن تؤمن",
    ),
    operative_endings: WordTable(""),
    nouns: WordTable(""),
    sure: true,
    unparted: false,
    openers: WordTable("إذ وإذ اذ واذ وقد"),
    behind: WordTable(
        "من_جديد مجددا علما علماً تأكيد التأكيد الإعراب أيضا كذلك بشدة بقوة بالغ البالغ الشديد القلق الضوء عن_القلق
         عن_قلقه عن_قلقها عن_بالغ_قلقه عن_بالغ_قلقها عن_بالغ_القلق عن_تقديره عن_تقديرها عن_دعمه عن_دعمها
         عن_اعتزامه عن_اعتزامها عن_استعداده عن_استعدادها عن_أسفه عن_أسفها في_اعتباره في_اعتبارها
         في_الاعتبار مع_التقدير مع_القلق مع_الارتياح بقلق تأييدا تاما دعوته دعوتها دعواته دعواتها",
    ),
    within: WordTable(""),
};

static CHINESE: LeadForms = LeadForms {
    before: WordTable("还 又 再次 进一步 并 强烈 最强烈地 最强烈 满意地 赞赏地 特此 尤其 深为"),
    before_endings: WordTable(""),
    preambular: WordTable(
        "决议 号召 回顾 重申 欢迎 注意到 表示 强调 认识到 确认 申明 深信 铭记 考虑到 审议了 深为 严重关切 关切 赞扬 谴责 强烈谴责 鼓励 敦促 促请 呼吁 特别指出 着重指出 指出 认定 承认 意识到
         还 又 再次 进一步 并 满意地 赞赏地 遵循 根据 采取行动 决心 相信 坚信 念及 收到 听取 认为 欣见 肯定 感谢 遗憾 震惊 最强烈 支持 依照 按照 本着 决定 请 要求 授权 指示 吁请
         邀请 建议 通过 核可 批准 赞同 宣布 宣告 强烈 继续 同意 任命 设立 延长 尤其 特此 表彰 敬意 关心 忆及 忆",
    ),
    preambular_endings: WordTable(""),
    operative: WordTable(""),
    operative_endings: WordTable(""),
    nouns: WordTable(""),
    sure: true,
    unparted: true,
    openers: WordTable(""),
    behind: WordTable(
        "指出 打算 赞赏 关切 严重关切 深为关切 震惊 注意到 遗憾 感谢 敬意 支持",
    ),
    within: WordTable("地"),
};
