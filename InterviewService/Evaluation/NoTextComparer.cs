namespace InterviewService.Evaluation;

/// <summary>Where no comparison is to be had: the examiner then goes by the words alone.</summary>
internal sealed class NoTextComparer : ITextComparer
{
    public static readonly NoTextComparer Instance = new();

    private static readonly TextComparison Nothing = new([], []);

    public Task<TextComparison> CompareAsync(IReadOnlyList<string> left, IReadOnlyList<string> right, CancellationToken cancellationToken) => Task.FromResult(Nothing);
}
