using System.Globalization;
using ChatCvService.Conversation.Text;
using ChatCvService.CvData;

namespace Accuracy.Conversations;

/// <summary>
/// Compares CVs field by field: single values and items of lists by their letters and digits, lines of text by the words they share (at least 0.6 of all
/// words of both). Jobs and schools are paired by what they have in common first.
/// </summary>
internal sealed class FieldScores
{
    private readonly Dictionary<string, (int Hits, int Gold, int Found)> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    public IEnumerable<string> Misses => _misses;

    /// <summary>Values where the person said none: in another field's place, or too much.</summary>
    public int Misplaced { get; private set; }

    public double F1() => F1(_ => true);

    public double Dates() => F1(field => field.EndsWith("date", StringComparison.Ordinal));

    /// <summary>F1 of one section of the CV.</summary>
    public IEnumerable<(string Section, double F1, int Gold)> Sections() =>
        _fields.GroupBy(field => SectionOf(field.Key), StringComparer.Ordinal).OrderBy(section => section.Key, StringComparer.Ordinal)
            .Select(section => (section.Key, F1(field => SectionOf(field) == section.Key), section.Sum(field => field.Value.Gold)));

    public static FieldScores Sum(IEnumerable<FieldScores> parts)
    {
        var sum = new FieldScores();
        foreach (var part in parts)
        {
            foreach (var (field, counts) in part._fields)
            {
                var (hits, gold, found) = sum._fields.GetValueOrDefault(field);
                sum._fields[field] = (hits + counts.Hits, gold + counts.Gold, found + counts.Found);
            }

            sum._misses.AddRange(part._misses);
            sum.Misplaced += part.Misplaced;
        }

        return sum;
    }

    public string Table() => string.Join('\n', _fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => string.Create(
        CultureInfo.InvariantCulture, $"{field.Key,-24} precision {Share(field.Value.Hits, field.Value.Found),6:F3}  recall {Share(field.Value.Hits, field.Value.Gold),6:F3}  gold {field.Value.Gold,4}")))
        + string.Create(CultureInfo.InvariantCulture, $"\nF1 {F1():F3}, dates {Dates():F3}");

    public void Add(string name, Cv gold, Cv found)
    {
        var (g, f) = (gold.PersonalInfo, found.PersonalInfo);
        Single("name", g.FullName, f.FullName);
        Single("title", g.Title, f.Title);
        Single("phone", g.Phone, f.Phone);
        Single("email", g.Email, f.Email);
        Single("linkedin", g.Linkedin, f.Linkedin);
        Single("website", g.Website, f.Website);
        Single("location", g.Location, f.Location);
        List("summary", One(gold.Summary), One(found.Summary), Alike);
        foreach (var (one, other) in Pairs(gold.Experience, found.Experience, (a, b) => Same(a.Company, b.Company) * 3 + Same(a.Title, b.Title) * 2 + Same(a.StartDate, b.StartDate)))
        {
            var (a, b) = (one ?? new Job(), other ?? new Job());
            Single("job title", a.Title, b.Title);
            Single("job company", a.Company, b.Company);
            Single("job location", a.Location, b.Location);
            Single("job start date", a.StartDate, b.StartDate);
            Single("job end date", a.EndDate, b.EndDate);
            List("job bullets", a.DescriptionBullets, b.DescriptionBullets, Alike);
        }

        foreach (var (one, other) in Pairs(gold.Education, found.Education, (a, b) => Same(a.Institution, b.Institution) * 3 + Same(a.Degree, b.Degree) * 2 + Same(a.FieldOfStudy, b.FieldOfStudy)))
        {
            var (a, b) = (one ?? new School(), other ?? new School());
            Single("school institution", a.Institution, b.Institution);
            Single("school degree", a.Degree, b.Degree);
            Single("school field", a.FieldOfStudy, b.FieldOfStudy);
            Single("school graduation date", a.GraduationDate, b.GraduationDate);
            List("school details", One(a.Details), One(b.Details), Alike);
        }

        List("skills core", gold.Skills.CoreCompetencies, found.Skills.CoreCompetencies, Equal);
        List("skills software", gold.Skills.SoftwareProficiency, found.Skills.SoftwareProficiency, Equal);
        List("skills languages", gold.Skills.LanguageFluency, found.Skills.LanguageFluency, Equal);
        List("skills certifications", gold.Skills.Certifications, found.Skills.Certifications, Equal);
        List("project name", [.. gold.KeyProjectsAchievements.Select(project => project.Name)], [.. found.KeyProjectsAchievements.Select(project => project.Name)], Equal);
        List("project description", [.. gold.KeyProjectsAchievements.SelectMany(project => One(project.Description))], [.. found.KeyProjectsAchievements.SelectMany(project => One(project.Description))], Alike);
        List("project areas", [.. gold.KeyProjectsAchievements.SelectMany(project => project.KeyAreasUsed)], [.. found.KeyProjectsAchievements.SelectMany(project => project.KeyAreasUsed)], Equal);
        List("awards", gold.AwardsAndRecognitions, found.AwardsAndRecognitions, Alike);

        void Single(string field, string wanted, string got) => List(field, One(wanted), One(got), Equal);

        void List(string field, IReadOnlyList<string> wanted, IReadOnlyList<string> got, Func<string, string, bool> same)
        {
            var left = got.ToList();
            var missed = new List<string>();
            foreach (var value in wanted)
            {
                var at = left.FindIndex(other => same(value, other));
                if (at < 0)
                    missed.Add(value);
                else
                    left.RemoveAt(at);
            }

            var counts = _fields.GetValueOrDefault(field);
            Misplaced += wanted.Count == 0 ? left.Count : 0;
            _fields[field] = (counts.Hits + wanted.Count - missed.Count, counts.Gold + wanted.Count, counts.Found + got.Count);
            if (missed.Count + left.Count > 0)
                _misses.Add($"{name}: {field}: wanted [{string.Join(" | ", missed)}], got [{string.Join(" | ", left)}]");
        }
    }

    private static string SectionOf(string field) => field switch
    {
        _ when field.StartsWith("job ", StringComparison.Ordinal) => "experience",
        _ when field.StartsWith("school ", StringComparison.Ordinal) => "education",
        _ when field.StartsWith("skills ", StringComparison.Ordinal) => "skills",
        _ when field.StartsWith("project ", StringComparison.Ordinal) => "projects",
        "summary" or "awards" => field,
        _ => "personal",
    };

    private double F1(Func<string, bool> which)
    {
        var fields = _fields.Where(field => which(field.Key)).Select(field => field.Value).ToList();
        var (hits, gold, found) = (fields.Sum(field => field.Hits), fields.Sum(field => field.Gold), fields.Sum(field => field.Found));
        return gold + found == 0 ? 1 : 2.0 * hits / (gold + found);
    }

    private static double Share(int hits, int of) => of == 0 ? 1 : (double)hits / of;

    private static IReadOnlyList<string> One(string value) => value.Length == 0 ? [] : [value];

    private static bool Equal(string one, string other) => Wording.Key(one) == Wording.Key(other);

    private static int Same(string one, string other) => one.Length > 0 && Equal(one, other) ? 1 : 0;

    private static bool Alike(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count + b.Count == 0 || a.Intersect(b, StringComparer.Ordinal).Count() >= 0.6 * a.Union(b, StringComparer.Ordinal).Count();
    }

    private static HashSet<string> Words(string text) => [.. Wording.WordsOf(text).Select(word => word.ToLowerInvariant()).Where(word => word is not ("the" or "a" or "an" or "i"))];

    private static IEnumerable<(T? One, T? Other)> Pairs<T>(IReadOnlyList<T> gold, IReadOnlyList<T> found, Func<T, T, int> likeness)
        where T : class
    {
        var left = found.ToList();
        foreach (var one in gold)
        {
            var best = left.OrderByDescending(other => likeness(one, other)).FirstOrDefault();
            if (best is not null && likeness(one, best) > 0)
            {
                left.Remove(best);
                yield return (one, best);
            }
            else
            {
                yield return (one, null);
            }
        }

        foreach (var other in left)
            yield return (null, other);
    }
}
