namespace InterviewService.Evaluation;

/// <summary>Maps of a measure onto 0 to 1.</summary>
internal static class Scale
{
    /// <summary>0 up to <paramref name="low"/>, 1 from <paramref name="high"/> on, straight between.</summary>
    public static double Ramp(double value, double low, double high) => Math.Clamp((value - low) / (high - low), 0, 1);
}
