using System.Collections.Frozen;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>Words of dates in the languages resumes are read in, lower case and without accents.</summary>
internal static class DateWords
{
    /// <summary>Month names and their abbreviations, 1 to 12.</summary>
    public static readonly FrozenDictionary<string, int> Months = Numbered(
        "january jan janv januar janner jaen janvier enero ene gennaio gen janeiro januari stycznia styczen",
        "february feb febr februar fevrier fevr fev febrero febbraio fevereiro februari luty",
        "march mar maerz marz mrz mars marzo marco maart marzec",
        "april apr avril avr abril abr aprile kwiecien",
        "may mai mayo maggio mag maio mei maj",
        "june jun juni juin junio giugno giu junho czerwiec",
        "july jul juli juillet juil julio luglio lug julho lipiec",
        "august aug aout agosto ago augustus sierpien",
        "september sept sep septembre septiembre setiembre settembre set setembro wrzesien",
        "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik",
        "november nov novembre noviembre novembro listopad",
        "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien");

    /// <summary>Seasons and the month each is taken to begin with.</summary>
    public static readonly FrozenDictionary<string, int> Seasons = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["spring"] = 3, ["summer"] = 6, ["autumn"] = 9, ["fall"] = 9, ["winter"] = 12,
        ["fruhling"] = 3, ["fruhjahr"] = 3, ["sommer"] = 6, ["herbst"] = 9,
        ["printemps"] = 3, ["ete"] = 6, ["automne"] = 9, ["hiver"] = 12,
        ["primavera"] = 3, ["verano"] = 6, ["otono"] = 9, ["invierno"] = 12,
        ["early"] = 1, ["mid"] = 6, ["late"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stands for today at the end of a range; some of it in two words, see <see cref="Dates.DateScanner"/>.</summary>
    public static readonly FrozenSet<string> Present = Set(
        "present current currently now ongoing today date heute aktuell laufend jetzt dato present actuel actuelle actuellement maintenant "
        + "actualidad presente actual actualmente hoy atual atualmente oggi attuale heden nu obecnie nadal 今 现在 現在 目前");

    /// <summary>Words between the two dates of a range.</summary>
    public static readonly FrozenSet<string> Connectors = Set("to until till til through thru upto bis zu a au al hasta ate fino tot do 至 到");

    /// <summary>Words that open a range without an end.</summary>
    public static readonly FrozenSet<string> Since = Set("since from seit ab depuis desde von dal dalla 自 从");

    /// <summary>Words between a month and its year or a day and its month.</summary>
    public static readonly FrozenSet<string> Of = Set("of de del di");

    /// <summary>Units of a printed duration ("2 years 3 months").</summary>
    public static readonly FrozenSet<string> DurationUnits = Set(
        "year years yr yrs month months mo mos jahr jahre monat monate an ans annee annees mois ano anos mes meses 年 个 月");

    private static FrozenDictionary<string, int> Numbered(params string[] months) =>
        months.SelectMany((names, index) => names.Split(' ').Select(name => (name, number: index + 1)))
            .DistinctBy(month => month.name)
            .ToFrozenDictionary(month => month.name, month => month.number, StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
