using System.Collections.Frozen;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>What tells the name of an employer or a school; folded words.</summary>
internal static class OrganisationWords
{
    /// <summary>Legal forms: nothing else ends so.</summary>
    private static readonly FrozenSet<string> LegalForms = WordList.Words(
        "inc incorporated llc llp ltd limited corp corporation plc gmbh ag kg ohg ug se sa sas sarl srl spa sl slu bv nv oy ab as aps pty pvt co kk lda ltda eurl kgaa mbh ev eg");

    private static readonly FrozenSet<string> Nouns = WordList.Words(
        """
        group company companies labs lab laboratories laboratory studio studios solutions technologies technology tech systems software networks consulting consultants consultancy agency agencies bank banking insurance partners partnership services service enterprises enterprise industries industrial holdings ventures capital
        associates foundation institute institution institut center centre clinic hospital hospice practice surgery pharmacy healthcare health medical hotel hotels resort inn restaurant restaurants bistro cafe coffee bakery bar grill kitchen catering pub diner brewery
        ministry department council county city municipality government authority agency bureau office commission parliament army navy airforce force police embassy court library museum gallery theatre theater church charity ngo association society union federation trust club league alliance network
        store stores shop shops market markets supermarket supermarkets mall retail boutique outlet warehouse logistics freight shipping transport airlines airways rail railway motors automotive auto garage motor aerospace airport
        media press publishing publishers magazine newspaper radio television broadcasting films pictures records entertainment games gaming interactive digital design designs creative advertising marketing communications telecom wireless mobile
        energy power electric electrical gas oil petroleum solar wind water utilities mining steel metals chemicals chemical plastics pharma pharmaceuticals biotech biosciences sciences therapeutics diagnostics foods food farms farm dairy vineyard winery beverages
        construction builders building contractors plumbing roofing engineering manufacturing works factory mill plant tools properties realty estate estates homes housing architects interiors furniture textiles apparel clothing fashion jewelers sports fitness gym spa salon
        research analytics robotics dynamics mechanics electronics semiconductor semiconductors instruments devices products brands international global worldwide online cloud data security startup freelance freelancing self-employed selfemployed
        law legal chambers accountants accounting financial finance advisors advisory investments securities fund funds credit mutual savings payments exchange
        schule klinik krankenhaus werke werk verlag gesellschaft verein stadt landkreis bundesamt universitatsklinikum hopital banque societe mairie entreprise empresa grupo banco clinica ayuntamiento gobierno
        """);

    private static readonly FrozenSet<string> SchoolNouns = WordList.Words(
        """
        university universities college school institute academy polytechnic seminary conservatory conservatoire faculty universitat universite universidad universita universidade universiteit universitet uniwersytet universitesi univerzita hochschule fachhochschule gymnasium realschule gesamtschule berufsschule
        lycee ecole escuela colegio instituto liceo istituto politecnico politecnica politechnika bootcamp academie akademie schule gymnasiet iut insead mit ucla caltech eth epfl tum rwth kth lse ucl nyu usc iit bits polytechnique hogeschool facultad
        """);

    private static readonly string[] CjkOrganisations = ["公司", "集团", "集團", "银行", "科技", "医院", "酒店", "网络", "事务所", "研究院", "研究所", "中心", "工作室", "株式会社", "会社", "(주)", "주식회사"];

    private static readonly string[] CjkSchools = ["大学", "大學", "学院", "學院", "中学", "高中", "学校", "대학교", "高校", "专科"];

    private static readonly FrozenSet<string> OwnAccount = WordList.Phrases("freelance, freelancer, freelancing, self-employed, self employed, independent, independent contractor, independent consultant, various clients, selbststandig, freiberuflich, autonomo, independant, contract work");

    /// <summary>-2 (surely no employer) to 3 (surely one).</summary>
    public static double Score(string text)
    {
        if (text.Length is < 2 or > 110 || !text.Any(char.IsLetter))
            return -2;

        if (TextShape.HasCjk(text))
            return CjkOrganisations.Any(word => text.Contains(word, StringComparison.Ordinal)) ? 2.5 : IsSchool(text) ? 1.5 : 0.4;

        if (OwnAccount.Contains(TextShape.Fold(text)))
            return 2;

        var words = TextShape.Words(text);
        if (words.Length == 0)
            return -2;

        var score = 0.4;
        if (LegalForms.Contains(words[^1]) && words.Length > 1)
            score = 2.6;
        else if (words.Any(LegalForms.Contains) && words.Length > 1 && words.Any(word => word is "inc" or "llc" or "ltd" or "gmbh"))
            score = 2.2;
        else if (Nouns.Contains(words[^1]) || SchoolNouns.Contains(words[^1]))
            score = 1.5;
        else if (words.Any(word => Nouns.Contains(word) || SchoolNouns.Contains(word)))
            score = 1.2;
        else if (LooksLikeName(text))
            score = 0.8;

        if (words.Length > 8)
            score -= 0.8;

        if (char.IsLower(text[0]) && !text.Any(char.IsUpper) && !text.Contains('.', StringComparison.Ordinal))
            score -= 1;

        return score;
    }

    /// <summary>Names a school, university or other place of learning.</summary>
    public static bool IsSchool(string text) =>
        TextShape.HasCjk(text)
            ? CjkSchools.Any(word => text.Contains(word, StringComparison.Ordinal))
            : TextShape.Words(text).Any(word => SchoolNouns.Contains(word) || (word.Length > 8 && (word.EndsWith("schule", StringComparison.Ordinal) || word.EndsWith("universitat", StringComparison.Ordinal) || word.EndsWith("gymnasium", StringComparison.Ordinal))));

    /// <summary>A word that names a kind of organisation, or its legal form.</summary>
    public static bool IsNoun(string word) => Nouns.Contains(word) || SchoolNouns.Contains(word) || LegalForms.Contains(word);

    public static bool IsLegalForm(string text) => TextShape.Words(text) is [var word] && LegalForms.Contains(word);

    private static bool LooksLikeName(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => !char.IsLetter(word[0]) || char.IsUpper(word[0]) || word.Any(char.IsUpper) || word is "of" or "and" or "the" or "for" or "de" or "la" or "du" or "del" or "und" or "der");
}
