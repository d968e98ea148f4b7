namespace EmbeddingService.Models;

/// <summary>
/// How one model's inner products read as answers from 0 to 1. Models differ in what "unrelated" scores, so the scale belongs to the model,
/// never to the caller. Both are logistic: 1 / (1 + e^(-steepness * (x - middle))).
/// </summary>
/// <param name="Relevance">Of a query and a chunk; the middle is the score from which on they are about the same.</param>
/// <param name="Similarity">Of a job description and a resume.</param>
public sealed record ModelScale(Logistic Relevance, Logistic Similarity);

/// <param name="Middle">Reads as 0.5.</param>
/// <param name="Steepness">Four times the slope there.</param>
public readonly record struct Logistic(double Middle, double Steepness)
{
    /// <summary>0 to 1, rising with <paramref name="score"/>.</summary>
    public double Of(double score) => 1 / (1 + Math.Exp(-Steepness * (score - Middle)));
}
