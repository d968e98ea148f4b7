using EmbeddingService.Models;
using Microsoft.Extensions.AI;

namespace EmbeddingService.Features;

/// <summary>
/// What any posting says, whatever the job: the company, the benefits, the character it wants, how to apply. It makes a nurse's posting and a driver's alike,
/// and the more so the longer they are. The vectors of these sentences tell how much of a text is of this kind, for whichever model is in use.
/// </summary>
internal sealed class Boilerplate(IEmbeddingGenerator<string, Embedding<float>> model)
{
    private static readonly string[] s_sentences =
    [
        "We are a growing international company with an open culture and flat hierarchies.",
        "About us: for many years our group has stood for quality and innovation, and customers all over the world trust our services.",
        "We offer a permanent contract, flexible working hours, remote work, paid holidays and a pension plan.",
        "Benefits include medical, dental and vision insurance, paid time off and parental leave.",
        "The salary depends on experience and location, and a bonus on the results of the company.",
        "We are an equal opportunity employer and consider all applicants without regard to race, religion, gender, age or disability.",
        "You are a motivated, reliable team player with strong communication skills and a positive attitude.",
        "Ability to prioritise, to work independently under pressure and to solve problems with attention to detail.",
        "You speak and write English fluently and enjoy working in a diverse team.",
        "Please send your application and resume with your earliest starting date through our website.",
        "For further information contact the hiring manager; we invite candidates to interviews on an ongoing basis.",
        "The position is full-time and the start date is as soon as possible.",
        "We are looking for a person who wants to make a difference in a fast-paced and exciting environment.",
        "You will join an ambitious team that works closely with other departments and stakeholders to deliver results for the business.",
        "Training, conferences, mentoring and a clear path of personal development and career growth.",
        "What you will do, your tasks and responsibilities, your profile, requirements and qualifications.",
        "Several years of experience in a similar role and a relevant degree or equivalent education.",
    ];

    private BoilerplateVectors? _vectors;

    /// <summary>Embedded once; two first callers at the same time make the same vectors.</summary>
    public async Task<BoilerplateVectors> VectorsAsync(CancellationToken cancellationToken) =>
        _vectors ??= new BoilerplateVectors(await model.EmbedAsync(s_sentences, cancellationToken));
}

/// <summary>The vectors of sentences that any posting has.</summary>
internal sealed class BoilerplateVectors
{
    // Cosines of a part with the nearest sentence: below the first it asks for something, above the second it says nothing of the job.
    private const double Asks = 0.35;
    private const double SaysNothing = 0.55;

    // Never quite nothing: of a posting that has nothing else its words still count.
    private const double LeastShare = 0.02;

    private readonly IReadOnlyList<ReadOnlyMemory<float>> _sentences;
    private readonly float[] _common;

    public BoilerplateVectors(IReadOnlyList<ReadOnlyMemory<float>> sentences)
    {
        _sentences = sentences;
        _common = new float[sentences[0].Length];
        foreach (var sentence in sentences)
            FixedOrder.AddScaled(sentence.Span, 1, _common);
        Normalize(_common);
    }

    /// <summary>How much a part of a posting says of the job, 0.02 to 1.</summary>
    public double ShareOfJob(ReadOnlySpan<float> part)
    {
        var nearest = double.NegativeInfinity;
        foreach (var sentence in _sentences)
            nearest = Math.Max(nearest, FixedOrder.Dot(part, sentence.Span));
        return Math.Clamp(1 - ((1 - LeastShare) * (nearest - Asks) / (SaysNothing - Asks)), LeastShare, 1);
    }

    /// <summary>The unit vector of what is left of <paramref name="vector"/> without the direction that all postings share; zero stays zero.</summary>
    public float[] Without(ReadOnlySpan<float> vector)
    {
        var rest = vector.ToArray();
        FixedOrder.AddScaled(_common, -FixedOrder.Dot(vector, _common), rest);
        Normalize(rest);
        return rest;
    }

    private static void Normalize(Span<float> vector)
    {
        var norm = FixedOrder.Norm(vector);
        if (norm == 0)
            return;
        foreach (ref var value in vector)
            value /= norm;
    }
}
