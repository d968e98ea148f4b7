using EmbeddingService.Models;

namespace EmbeddingService.Features;

/// <param name="Vector">Unit vector, or the zero vector.</param>
/// <param name="Length">Of the text it stands for.</param>
internal readonly record struct PartOfJob(ReadOnlyMemory<float> Vector, int Length);

/// <summary>
/// How close a job description is to a resume, on the model's own scale (docs/similarity.md). What any posting says is taken out first. Then three views,
/// which fail on different texts: what is asked for (do the parts that the resume answers best find a chunk?), what is shown (do the chunks nearest to the
/// job find a part?), and the whole (are the two about the same field?).
/// </summary>
internal static class Closeness
{
    private const double AskedWeight = 0.3;
    private const double ShownWeight = 0.35;
    private const double WholeWeight = 0.35;

    // Of the parts' weight, best answered first. No resume answers every wish, and a long posting has many.
    private const double ShareAsked = 0.25;
    private const double ShareOfWhole = 0.6;

    /// <summary>-1 to 1; null when there is nothing to compare.</summary>
    public static double? Of(IReadOnlyList<PartOfJob> parts, IReadOnlyList<ReadOnlyMemory<float>> chunks, BoilerplateVectors boilerplate)
    {
        if (parts.Count == 0 || chunks.Count == 0)
            return null;

        float[][] shown = [.. chunks.Select(chunk => boilerplate.Without(chunk.Span))];
        var asked = parts
            .Select(part => (Weight: part.Length * boilerplate.ShareOfJob(part.Vector.Span), Vector: boilerplate.Without(part.Vector.Span)))
            .Select(part => new Asked(part.Vector, part.Weight, shown.Max(chunk => (double)FixedOrder.Dot(part.Vector, chunk))))
            .OrderByDescending(part => part.Answer)
            .ToArray();
        return (AskedWeight * AnswerTo(asked)) + (ShownWeight * UseOf(shown, asked)) + (WholeWeight * Whole(asked, shown));
    }

    private static double AnswerTo(Asked[] parts)
    {
        var limit = ShareAsked * parts.Sum(part => part.Weight);
        var (sum, weight) = (0.0, 0.0);
        foreach (var part in parts)
        {
            var taken = Math.Min(part.Weight, limit - weight);
            if (taken <= 0)
                break;
            sum += taken * part.Answer;
            weight += taken;
        }

        return weight > 0 ? sum / weight : 0;
    }

    // The better half of the chunks: education, hobbies and addresses answer no posting.
    private static double UseOf(float[][] chunks, Asked[] parts) =>
        chunks.Select(chunk => parts.Max(part => (double)FixedOrder.Dot(part.Vector, chunk))).OrderDescending().Take((chunks.Length + 1) / 2).Average();

    private static double Whole(Asked[] parts, float[][] chunks)
    {
        var limit = ShareOfWhole * parts.Sum(part => part.Weight);
        var job = new float[chunks[0].Length];
        var weight = 0.0;
        foreach (var part in parts)
        {
            if (weight >= limit)
                break;
            FixedOrder.AddScaled(part.Vector, (float)part.Weight, job);
            weight += part.Weight;
        }

        var resume = new float[job.Length];
        foreach (var chunk in chunks)
            FixedOrder.AddScaled(chunk, 1, resume);
        var lengths = FixedOrder.Norm(job) * FixedOrder.Norm(resume);
        return lengths > 0 ? FixedOrder.Dot(job, resume) / lengths : 0;
    }

    /// <param name="Vector">Without what all postings share.</param>
    /// <param name="Weight">How much it says of the job.</param>
    /// <param name="Answer">Cosine with the chunk nearest to it.</param>
    private sealed record Asked(float[] Vector, double Weight, double Answer);
}
