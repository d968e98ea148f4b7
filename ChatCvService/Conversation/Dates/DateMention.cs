namespace ChatCvService.Conversation.Dates;

internal enum DateKind
{
    /// <summary>"from 2015 to 2018", "06/17 to now".</summary>
    Range,

    /// <summary>"since March 2021", "for the last 3 years".</summary>
    Since,

    /// <summary>"until last June".</summary>
    Until,

    /// <summary>"in 2014", "(May 2017)".</summary>
    At,

    /// <summary>"for two years": a length without a place in time.</summary>
    Length,
}

/// <summary>A date or period with the words that introduce it.</summary>
/// <param name="Index">Offset in the text that was read.</param>
/// <param name="Size">Characters, introduction included.</param>
/// <param name="Kind">What the words say about it.</param>
/// <param name="Start">First month; null when not said.</param>
/// <param name="End">Last month; null when not said or still going on.</param>
/// <param name="IsOpen">Said to go on until now.</param>
/// <param name="Months">Length of a <see cref="DateKind.Length"/>.</param>
/// <param name="From">How the words introduced it, in lower case; empty when they did not.</param>
internal sealed record DateMention(int Index, int Size, DateKind Kind, MonthYear? Start, MonthYear? End, bool IsOpen, int Months = 0, string From = "");
