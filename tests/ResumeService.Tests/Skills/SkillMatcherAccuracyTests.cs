using System.Text;
using System.Text.Json;

using ResumeService.Skills;

using Shouldly;

using Xunit;

namespace ResumeService.Tests.Skills;

/// <summary>
/// The matcher against SkillSpan (NAACL 2022): knowledge spans that people marked in real job postings. A gazetteer of two public lists reaches strict F1 34.8 and overlap F1 48.9 on
/// its tech half; people mark whole phrases ("cloud hosting security practices"), of which a list of skills finds a part, so overlap is the figure that says more.
/// </summary>
public class SkillMatcherAccuracyTests(ITestOutputHelper output)
{
    private static readonly SkillMatcher Matcher = new(SkillOntology.Load());

    [Theory]
    [InlineData("dev", "tech", 0.46, 0.62)]
    [InlineData("train", "tech", 0.46, 0.64)]
    [InlineData("dev", "house", 0.24, 0.38)]
    [InlineData("train", "house", 0.27, 0.42)]
    public void The_matcher_finds_what_people_marked_in_job_postings(string split, string source, double strictFloor, double overlapFloor)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("SHARED_DATA") ?? string.Empty, "data", "labels", "skillspan", $"{split}.json");
        if (!File.Exists(path))
        {
            output.WriteLine("No SkillSpan data under SHARED_DATA: nothing measured.");
            return;
        }

        var strict = new Score();
        var overlap = new Score();
        foreach (var posting in ReadPostings(path, source))
        {
            var found = Matcher.Find(posting.Text).Where(mention => mention.Skill.Category != "Soft skills").Select(mention => (mention.Start, mention.End)).ToList();
            var marked = posting.Marked;
            strict.Add(found.Count(marked.Contains), marked.Count(found.Contains), found.Count, marked.Count);
            overlap.Add(found.Count(span => marked.Exists(other => Overlap(span, other))), marked.Count(span => found.Exists(other => Overlap(span, other))), found.Count, marked.Count);
        }

        output.WriteLine($"{split} {source}: strict {strict}; overlap {overlap}");
        strict.F1.ShouldBeGreaterThan(strictFloor);
        overlap.F1.ShouldBeGreaterThan(overlapFloor);
    }

    private static bool Overlap((int Start, int End) one, (int Start, int End) other) => one.Start < other.End && other.Start < one.End;

    private static List<Posting> ReadPostings(string path, string source)
    {
        var postings = new List<Posting>();
        var text = new StringBuilder();
        var marked = new List<(int Start, int End)>();
        var current = -1;
        foreach (var line in File.ReadLines(path))
        {
            using var sentence = JsonDocument.Parse(line);
            if (sentence.RootElement.GetProperty("source").GetString() != source)
                continue;
            var posting = sentence.RootElement.GetProperty("idx").GetInt32();
            if (posting != current)
                Close();
            current = posting;
            var tags = sentence.RootElement.GetProperty("tags_knowledge").EnumerateArray().Select(tag => tag.GetString()).ToList();
            var i = 0;
            foreach (var token in sentence.RootElement.GetProperty("tokens").EnumerateArray())
            {
                var start = text.Length;
                text.Append(token.GetString());
                if (tags[i] == "B")
                    marked.Add((start, text.Length));
                else if (tags[i] == "I" && marked.Count > 0)
                    marked[^1] = (marked[^1].Start, text.Length);
                text.Append(' ');
                i++;
            }

            text.Append('\n');
        }

        Close();
        return postings;

        void Close()
        {
            if (text.Length > 0)
                postings.Add(new Posting(text.ToString(), [.. marked]));
            text.Clear();
            marked.Clear();
        }
    }

    private sealed record Posting(string Text, List<(int Start, int End)> Marked);

    private sealed class Score
    {
        private int _right;
        private int _covered;
        private int _found;
        private int _marked;

        private double Precision => _found == 0 ? 0 : (double)_right / _found;

        private double Recall => _marked == 0 ? 0 : (double)_covered / _marked;

        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        public void Add(int right, int covered, int found, int marked)
        {
            _right += right;
            _covered += covered;
            _found += found;
            _marked += marked;
        }

        public override string ToString() => FormattableString.Invariant($"P {Precision:P1} R {Recall:P1} F1 {F1:P1}");
    }
}
