using System.Globalization;
using ChatCvService.CvData;

namespace Accuracy.Conversations;

/// <summary>A conversation as a person would type it, with what the CV must hold at its end and nothing else.</summary>
/// <param name="Name">Who speaks, and how.</param>
/// <param name="Trade">The group of trades in brackets behind the name.</param>
/// <param name="Messages">In the order of sending.</param>
/// <param name="Gold">The CV at the end.</param>
internal sealed record ScriptedConversation(string Name, string Trade, IReadOnlyList<string> Messages, Cv Gold)
{
    /// <summary>The day on which all of them are held.</summary>
    public static readonly DateOnly Today = new(2026, 6, 15);

    /// <summary>How it is typed, told from the messages themselves.</summary>
    public string Style
    {
        get
        {
            var letters = Messages.SelectMany(message => message).Where(char.IsLetter).ToList();
            if (letters.Count(char.IsUpper) < 0.012 * letters.Count)
                return "lower case";
            return Messages.Average(message => message.Split(' ').Length) switch
            {
                < 6 => "terse",
                > 14 => "long",
                _ => "plain",
            };
        }
    }

    /// <summary>Conversations that rules may be written against ("tuning") or that are only measured ("held-out", "fresh", "last").</summary>
    public static IReadOnlyList<ScriptedConversation> Read(string group) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Conversations"), $"{group}-*.txt").Order(StringComparer.Ordinal).SelectMany(file => Parse(File.ReadAllText(file)))];

    public static IEnumerable<ScriptedConversation> Parse(string text)
    {
        string? heading = null;
        var messages = new List<string>();
        var gold = new GoldCv();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (heading is not null)
                    yield return Titled(heading, messages, gold.Build());
                heading = line[3..];
                messages = [];
                gold = new GoldCv();
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                messages.Add(line[2..]);
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal))
            {
                messages[^1] += "\n" + line[2..];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                gold.Add(line);
            }
        }

        if (heading is not null)
            yield return Titled(heading, messages, gold.Build());
    }

    private static ScriptedConversation Titled(string heading, IReadOnlyList<string> messages, Cv gold)
    {
        var bracket = heading.LastIndexOf('[');
        return new ScriptedConversation(heading[..bracket].TrimEnd(), heading[(bracket + 1)..].TrimEnd(']'), messages, gold);
    }

    private sealed class GoldCv
    {
        private Cv _cv = new();

        public void Add(string line)
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                _cv = _cv with { Experience = [.. _cv.Experience.SkipLast(1), _cv.Experience[^1] with { DescriptionBullets = [.. _cv.Experience[^1].DescriptionBullets, line[2..]] }] };
                return;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..].Trim();
            var parts = value.Split('|').Select(part => part.Trim()).Concat(["", "", "", ""]).ToArray();
            string[] List() => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var info = _cv.PersonalInfo;
            _cv = line[..colon] switch
            {
                "name" => _cv with { PersonalInfo = info with { FullName = value } },
                "title" => _cv with { PersonalInfo = info with { Title = value } },
                "email" => _cv with { PersonalInfo = info with { Email = value } },
                "phone" => _cv with { PersonalInfo = info with { Phone = value } },
                "location" => _cv with { PersonalInfo = info with { Location = value } },
                "linkedin" => _cv with { PersonalInfo = info with { Linkedin = value } },
                "website" => _cv with { PersonalInfo = info with { Website = value } },
                "summary" => _cv with { Summary = value },
                "job" => _cv with { Experience = [.. _cv.Experience, new Job { Title = parts[0], Company = parts[1], Location = parts[2], StartDate = parts[3], EndDate = parts[4] }] },
                "school" => _cv with { Education = [.. _cv.Education, new School { Institution = parts[0], Degree = parts[1], FieldOfStudy = parts[2], GraduationDate = parts[3], Details = parts[4] }] },
                "core" => _cv with { Skills = _cv.Skills with { CoreCompetencies = List() } },
                "software" => _cv with { Skills = _cv.Skills with { SoftwareProficiency = List() } },
                "languages" => _cv with { Skills = _cv.Skills with { LanguageFluency = List() } },
                "certs" => _cv with { Skills = _cv.Skills with { Certifications = List() } },
                "project" => _cv with { KeyProjectsAchievements = [.. _cv.KeyProjectsAchievements, new Project { Name = parts[0], Description = parts[1], KeyAreasUsed = parts[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) }] },
                "award" => _cv with { AwardsAndRecognitions = [.. _cv.AwardsAndRecognitions, value] },
                _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Unknown line '{line}'.")),
            };
        }

        public Cv Build() => _cv;
    }
}
