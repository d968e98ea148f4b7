using Xunit;

namespace EmbeddingService.Tests.Running;

/// <summary>Labelled data that is not part of the repository; measured where the variable SHARED_DATA names its folder.</summary>
internal static class SharedData
{
    /// <summary>Null, with a line in the test's output, when the data is not there.</summary>
    public static string? Path(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("SHARED_DATA");
        var path = root is null ? null : System.IO.Path.Combine([root, .. parts]);
        if (System.IO.Path.Exists(path))
            return path;

        TestContext.Current.TestOutputHelper?.WriteLine("Not measured: SHARED_DATA does not hold " + string.Join('/', parts));
        return null;
    }
}
