using ChatCvService.Conversation.Facts;

namespace ChatCvService.Conversation.Understanding;

/// <summary>What is known while one message is read: the question it answers, what the last words were about, the facts so far.</summary>
internal sealed class Reading(ReadingContext context)
{
    private readonly List<Fact> _facts = [];

    public Topic Asked => context.Asked;

    public DateOnly Today => context.Today;

    public bool HasName { get; private set; } = context.HasName;

    public bool HasTitle { get; private set; } = context.HasTitle;

    public bool HasLocation { get; private set; } = context.HasLocation;

    /// <summary>Experience, education or projects: what a sentence without a subject of its own goes on about.</summary>
    public Topic Focus { get; private set; } = context.Focus;

    public IReadOnlyList<Fact> Facts => _facts;

    public void Add(Fact fact)
    {
        _facts.Add(fact);
        Focus = fact switch
        {
            JobFact => Topic.Experience,
            SchoolFact => Topic.Education,
            ProjectFact => Topic.Projects,
            PersonFact or LetterFact => Focus,
            _ => Topic.None,
        };
        if (fact is PersonFact person)
        {
            HasName |= person.Field == PersonField.FullName;
            HasTitle |= person.Field == PersonField.Title;
            HasLocation |= person.Field == PersonField.Location;
        }
    }
}

/// <param name="Asked">What the last question was about.</param>
/// <param name="Focus">Experience, education or projects, when the last words were about one of them.</param>
/// <param name="HasName">The name is known.</param>
/// <param name="HasTitle">The title is known.</param>
/// <param name="HasLocation">The location is known.</param>
/// <param name="IsLetter">The conversation is about a cover letter.</param>
/// <param name="Today">For "the last 3 years".</param>
internal sealed record ReadingContext(Topic Asked, Topic Focus, bool HasName, bool HasTitle, bool HasLocation, bool IsLetter, DateOnly Today);
