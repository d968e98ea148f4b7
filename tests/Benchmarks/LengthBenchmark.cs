using System.Diagnostics;
using System.Globalization;
using ResumeService.JobDescriptions;
using ResumeService.Skills;

namespace Benchmarks;

/// <summary>
/// Whether the readers of text take time in proportion to its length, also on text made to slow them down: the time of a text four times as long
/// against that of the shorter one, in one run. 4 is linear, 16 quadratic.
/// </summary>
internal static class LengthBenchmark
{
    private const int Short = 1 << 16;
    private const int Factor = 4;
    private const int Rounds = 5;

    private static readonly string[] Pieces =
    [
        "Senior Go developer with 5+ years in Java, Spring Boot, C++ and AWS (EKS, S3); security, testing and design. No PHP required. We go live.\n",
        "+", "go,", "data ", "go\n", "machine ", "java no ", "a.b/c@", "5 years ", "a degree in ", "looking for a the an ", "a", "we need to have a big plus (", "Bachelor's or ",
    ];

    public static int Run()
    {
        var matcher = new SkillMatcher(SkillOntology.Load());
        Print("skills in a text", text => matcher.Find(text));
        Print("a job description", text => JobDescription.Parse(text, matcher));
        return 0;
    }

    private static void Print(string what, Action<string> read)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Short:N0} characters, and {Factor} times as many"));
        foreach (var piece in Pieces)
        {
            var brief = string.Concat(Enumerable.Repeat(piece, Short / piece.Length));
            var tall = string.Concat(Enumerable.Repeat(piece, Factor * Short / piece.Length));
            read(brief);
            var (one, four) = (Fastest(brief, read), Fastest(tall, read));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {one,7:F1} ms {four,8:F1} ms  {four / one,5:F1} x  {piece.Trim()}"));
        }
    }

    private static double Fastest(string text, Action<string> read) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        read(text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
