using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>
/// Where libonnxruntime is: the file that the AppContext datum <c>Microsoft.ML.OnnxRuntime.Library</c> or the variable <c>ONNXRUNTIME_LIBRARY</c> names;
/// else beside the application, in eng/npm of the checkout that the application runs from, or where the system's loader finds it.
/// </summary>
internal static class OrtLibrary
{
    public const string PathDatum = "Microsoft.ML.OnnxRuntime.Library";
    public const string PathVariable = "ONNXRUNTIME_LIBRARY";

    /// <exception cref="DllNotFoundException">It is nowhere, or cannot be loaded.</exception>
    public static nint Load()
    {
        var named = AppContext.GetData(PathDatum) as string ?? Environment.GetEnvironmentVariable(PathVariable);
        if (!string.IsNullOrEmpty(named))
            return NativeLibrary.Load(named);

        foreach (var file in Candidates(AppContext.BaseDirectory))
        {
            if (File.Exists(file))
                return NativeLibrary.Load(file);
        }

        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
                return library;
        }

        throw new DllNotFoundException($"The ONNX Runtime library ({Names[0]}) was not found: eng/setup --onnx fetches it, or {PathVariable} names it.");
    }

    private static string[] Names { get; } =
        OperatingSystem.IsWindows() ? ["onnxruntime.dll"]
        : OperatingSystem.IsMacOS() ? ["libonnxruntime.1.dylib", "libonnxruntime.dylib"]
        : ["libonnxruntime.so.1", "libonnxruntime.so"];

    private static IEnumerable<string> Candidates(string application)
    {
        foreach (var name in Names)
            yield return Path.Combine(application, name);

        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        for (var folder = new DirectoryInfo(application); folder is not null; folder = folder.Parent)
        {
            foreach (var name in Names)
                yield return Path.Combine(folder.FullName, "eng", "npm", "node_modules", "onnxruntime-node", "bin", "napi-v6", system, architecture, name);
        }
    }
}
