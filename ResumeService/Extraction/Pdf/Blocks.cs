namespace ResumeService.Extraction.Pdf;

/// <summary>Lines of the whole document -> raw lines, with the starts of blocks found by the distance between lines.</summary>
internal static class Blocks
{
    // A block ends where the step to the next line is this much larger than the document's usual step.
    private const double BlockStep = 1.4;

    // In units of the font size: farther up than this is the head of another column or cell; less is the second half of an entry, set beside the first.
    private const double FarUp = 2.5;

    public static List<RawLine> Of(List<PageLine> lines)
    {
        var usual = UsualStep(lines);
        var blocks = new List<RawLine>(lines.Count);
        PageLine? above = null;
        foreach (var line in lines)
        {
            blocks.Add(new RawLine(line.Text, line.Page, Math.Round(line.Size, 2), Math.Round(line.Left, 2), IsHeading: false, StartsBlock(above, line, usual)));
            above = line;
        }

        return blocks;
    }

    /// <summary>
    /// The step from a line to the next below it, in units of the font size: the lower quartile, because lines of one paragraph stand closest.
    /// </summary>
    private static double UsualStep(List<PageLine> lines)
    {
        var steps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i - 1].Page == lines[i].Page && StepOf(lines[i - 1], lines[i]) is > 0.5 and < 2.5 and var step)
                steps.Add(step);
        }

        if (steps.Count == 0)
            return 1.25;
        steps.Sort();
        return steps[steps.Count / 4];
    }

    private static bool StartsBlock(PageLine? above, PageLine line, double usual)
    {
        if (above is null || above.Page != line.Page || above.Column != line.Column || above.Direction != line.Direction)
            return true;
        var step = StepOf(above, line);
        return step < -FarUp || step > usual * BlockStep;
    }

    private static double StepOf(PageLine above, PageLine line) => (above.Y - line.Y) / Math.Max(1, Math.Max(above.Size, line.Size));
}
