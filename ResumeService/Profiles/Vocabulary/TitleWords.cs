using System.Collections.Frozen;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>How people's positions are called, in many trades; folded words.</summary>
internal static class TitleWords
{
    /// <summary>What a person is: the last word of most English titles.</summary>
    private static readonly FrozenSet<string> Nouns = WordList.Words(
        """
        engineer engineers developer programmer coder architect administrator admin sysadmin analyst scientist researcher technician technologist designer tester devops sre dba webmaster ninja guru evangelist advocate hacker maintainer
        manager director supervisor coordinator co-ordinator lead leader head chief officer president vp ceo cto cfo coo cio ciso cmo cpo cro chro svp evp avp founder cofounder co-founder owner partner principal executive chairman chairwoman chairperson chair superintendent
        consultant specialist expert strategist planner scheduler advisor adviser adviser counsel counselor counsellor representative rep agent broker dealer trader buyer purchaser merchandiser procurer negotiator
        assistant associate clerk secretary receptionist typist operator intern internship trainee apprentice apprenticeship graduate fellow postdoc resident volunteer freelancer contractor aide helper temp student mentor coach tutor
        accountant bookkeeper auditor controller comptroller treasurer actuary underwriter teller banker economist statistician cashier collector payroller
        teacher professor lecturer instructor educator trainer headteacher headmaster headmistress dean librarian archivist curator principal-teacher schoolteacher nanny au-pair babysitter caregiver carer caretaker childminder facilitator
        nurse physician doctor surgeon dentist hygienist pharmacist therapist physiotherapist psychologist psychiatrist paramedic midwife radiographer radiologist phlebotomist sonographer optometrist optician veterinarian vet dietitian nutritionist orderly registrar anaesthetist anesthesiologist pathologist cna rn lpn emt epidemiologist
        lawyer attorney solicitor barrister paralegal judge notary magistrate
        chef cook baker barista bartender waiter waitress server host hostess sommelier butcher caterer dishwasher steward stewardess housekeeper concierge bellhop porter valet cleaner janitor custodian
        electrician plumber carpenter joiner welder machinist mechanic fitter roofer mason bricklayer painter plasterer glazier tiler installer foreman labourer laborer builder surveyor draftsman drafter estimator rigger millwright pipefitter assembler packer picker loader warehouseman stocker dispatcher driver courier trucker forklift captain pilot mate sailor seaman conductor inspector fabricator gardener landscaper florist farmer
        salesperson salesman saleswoman seller shopkeeper telemarketer marketer copywriter publicist
        writer author editor journalist reporter correspondent columnist photographer videographer filmmaker producer presenter announcer animator illustrator artist sculptor musician composer singer dancer choreographer actor actress translator interpreter proofreader transcriptionist blogger storyteller retoucher
        officer-in-charge guard firefighter policeman policewoman detective investigator soldier sergeant lieutenant corporal major colonel marine lifeguard
        hairdresser barber stylist beautician cosmetologist esthetician makeup masseuse masseur
        chemist biologist physicist mathematician geologist geographer astronomer historian sociologist anthropologist ecologist botanist zoologist meteorologist linguist
        politician councillor councilor ambassador diplomat attache minister pastor priest chaplain missionary delegate spokesperson lobbyist organizer organiser fundraiser canvasser activist
        member scrum-master scrummaster master recruiter headhunter generalist buddy liaison moderator reviewer annotator labeler operative machinist-operator worker staffer employee crew attendant
        ingenieur entwickler entwicklerin leiter leiterin teamleiter berater beraterin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin praktikant praktikantin praktikum werkstudent werkstudentin auszubildender auszubildende geschaftsfuhrer geschaftsfuhrerin projektleiter projektleiterin lehrer lehrerin krankenpfleger krankenschwester pflegefachkraft buchhalter buchhalterin verkaufer verkauferin kaufmann kauffrau assistent assistentin referent referentin techniker informatiker architektin forscher redakteur
        ingenieure developpeur developpeuse chef responsable directeur directrice gerant gerante conseiller conseillere comptable infirmier infirmiere enseignant enseignante professeur stagiaire stage alternant apprenti vendeur vendeuse assistante charge chargee technicien technicienne cuisinier serveur serveuse redacteur
        ingeniero ingeniera desarrollador desarrolladora programador programadora gerente jefe jefa director directora analista consultor consultora asesor contador contadora contable enfermero enfermera medico profesor profesora maestro maestra docente becario becaria practicante pasante vendedor vendedora asistente auxiliar tecnico tecnica cocinero camarero camarera administrativo disenador disenadora arquitecto
        engenheiro desenvolvedor estagiario analista-de sviluppatore ingegnere impiegato tirocinante responsabile
        """);

    /// <summary>Beginnings that lift a title.</summary>
    private static readonly FrozenSet<string> Ranks = WordList.Words(
        "senior sr junior jr lead principal staff head chief vice deputy assistant associate executive managing general regional national global group interim acting former founding graduate trainee entry-level mid-level freelance contract student certified registered licensed clinical");

    /// <summary>Endings of words for people, where the word itself is not known: a weak sign.</summary>
    private static readonly string[] Endings = ["grapher", "keeper", "maker", "worker", "smith", "ologist", "ician", "ieur", "eur", "euse", "ist", "iker", "leiter", "leiterin", "mann", "woman", "person", "warden", "wright"];

    /// <summary>Words with such an ending that name no one.</summary>
    private static readonly FrozenSet<string> NotPeople = WordList.Words("list assist exist consist checklist shortlist backlist wishlist twist mist fist hist playlist blacklist boss distributeur budist specialist-list person");

    private static readonly FrozenSet<string> InternWords = WordList.Words(
        "intern interns internship internships trainee traineeship praktikant praktikantin praktikum pflichtpraktikum werkstudent werkstudentin stagiaire becario becaria practicante pasante pasantia estagiario estagio tirocinante tirocinio stagista co-op coop 实习生 实习");

    private static readonly string[] CjkTitles =
    [
        "工程师", "工程師", "经理", "經理", "主管", "总监", "總監", "架构师", "设计师", "分析师", "开发", "程序员", "实习生", "实习", "助理", "专员", "顾问", "教师", "老师", "讲师", "教授", "会计", "护士", "医生", "医师", "律师", "编辑", "主任", "组长", "负责人",
        "总裁", "董事", "秘书", "文员", "司机", "厨师", "销售", "运营", "产品", "测试", "研究员", "科学家", "エンジニア", "マネージャー", "개발자", "엔지니어",
    ];

    /// <summary>-2 (surely no title) to 3 (surely one).</summary>
    public static double Score(string text)
    {
        if (text.Length is 0 or > 110)
            return -2;

        if (TextShape.HasCjk(text))
            return CjkTitles.Any(title => text.EndsWith(title, StringComparison.Ordinal)) ? 2.5 : CjkTitles.Any(title => text.Contains(title, StringComparison.Ordinal)) ? 1.5 : -0.2;

        var head = Head(text);
        var words = TextShape.Words(head);
        if (words.Length == 0)
            return -1;

        var score = 0.0;
        if (Nouns.Contains(words[^1]))
            score = words.Length > 1 ? 2.2 : 1.9;
        else if (IsNoun(words[^1]))
            score = 0.3; // "Hughes & Partners" are many, a position is one.
        else if (words.Any(IsNoun))
            score = words.Length > 1 && Array.FindIndex(words, IsNoun) is var at && at + 1 < words.Length && words[at + 1] is "of" or "for" or "in" or "to" ? 2.2 : 1.2;
        else if (Endings.Any(ending => words[^1].Length > ending.Length + 1 && words[^1].EndsWith(ending, StringComparison.Ordinal)) && !NotPeople.Contains(words[^1]))
            score = 0.9;
        else if (TextShape.Words(text).Any(IsNoun))
            score = 1.0;

        if (score > 0 && Ranks.Contains(words[0]) && words.Length > 1)
            score += 0.5;

        if (words.Length > 8)
            score -= 1;

        if (char.IsLower(text[0]))
            score -= 0.5;

        return score;
    }

    public static bool EndsLikeTitle(string text) => TextShape.HasCjk(text) ? Array.Exists(CjkTitles, title => text.EndsWith(title, StringComparison.Ordinal)) : TextShape.Words(Head(text)) is [.., var last] && IsNoun(last);

    public static bool IsTitleWord(string word) => IsNoun(word);

    /// <summary>Intern, trainee, working student and the like in several languages.</summary>
    public static bool IsInternship(string title)
    {
        if (TextShape.HasCjk(title))
            return title.Contains("实习", StringComparison.Ordinal) || title.Contains("實習", StringComparison.Ordinal) || title.Contains("インターン", StringComparison.Ordinal);

        var words = TextShape.Words(title.Replace('-', ' '));
        for (var at = 0; at < words.Length; at++)
        {
            if (InternWords.Contains(words[at]))
                return true;

            if (at + 1 < words.Length && (words[at], words[at + 1]) is ("working", "student") or ("co", "op") or ("industrial", "placement") or ("placement", "student") or ("summer", "student") or ("summer", "analyst") or ("summer", "associate"))
                return true;
        }

        return false;
    }

    private static bool IsNoun(string word) => Nouns.Contains(word) || (word.Length > 4 && word[^1] == 's' && Nouns.Contains(word[..^1]));

    /// <summary>The part that names the position: "Manager" of "Manager, Sales", "Data Analyst" of "Data Analyst (Contract)", "Engineer II" without its number.</summary>
    private static string Head(string text)
    {
        var end = text.IndexOfAny(['(', ',', '–', '—', ':', '/', '|']);
        var head = (end > 1 ? text[..end] : text).Trim();
        foreach (var before in (string[])[" at ", " @ ", " bei ", " chez "])
        {
            var at = head.IndexOf(before, StringComparison.Ordinal);
            if (at > 1)
                head = head[..at].Trim();
        }

        foreach (var grade in (string[])[" III", " II", " IV", " I", " V", " 1", " 2", " 3", " 4", " 5"])
        {
            if (head.EndsWith(grade, StringComparison.Ordinal))
                return head[..^grade.Length];
        }

        return head;
    }
}
