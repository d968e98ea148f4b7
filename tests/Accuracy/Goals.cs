using System.Globalization;

namespace Accuracy;

/// <summary>Figures with the value that each has to reach, printed as they come.</summary>
internal sealed class Goals
{
    public bool AreReached { get; private set; } = true;

    /// <summary>A figure that must be at least <paramref name="goal"/>.</summary>
    public void AtLeast(string what, double figure, double goal) => Write(what, figure, ">=", goal, figure >= goal);

    /// <summary>A figure that must be at most <paramref name="goal"/>.</summary>
    public void AtMost(string what, double figure, double goal) => Write(what, figure, "<=", goal, figure <= goal);

    private void Write(string what, double figure, string relation, double goal, bool isReached)
    {
        AreReached &= isReached;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60} {figure,9:F4}   goal {relation} {goal:F4}   {(isReached ? "reached" : "MISSED")}"));
    }
}
