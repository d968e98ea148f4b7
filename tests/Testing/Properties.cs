using FsCheck;

namespace Testing;

/// <summary>How properties are checked: the same cases in every run, so that a failure is met again. Other numbers here look further.</summary>
public static class Properties
{
    private const ulong Seed = 17460959156971528314;

    // Odd, as the generator wants it.
    private const ulong Gamma = 17734368865731180229;

    /// <summary>This many cases; the first that fails is thrown with its text.</summary>
    public static Config Cases(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, Gamma);
}
