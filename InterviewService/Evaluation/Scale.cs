namespace InterviewService.Evaluation;

/// <summary>Maps of a measure onto 0 to 1.</summary>
internal static class Scale
{
    /// <summary>0 up to <paramref name="low"/>, 1 from <paramref name="high"/> on, straight between.</summary>
    public static double Ramp(double value, double low, double high) => Math.Clamp((value - low) / (high - low), 0, 1);

    /// <summary>0 far below 0, one half at 0, 1 far above.</summary>
    public static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));
}
