namespace Accuracy;

/// <summary>The labelled data and the models, which are no part of the repository.</summary>
internal sealed class DataFolder(string root)
{
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([root, .. parts]);
        return System.IO.Path.Exists(path) ? path : throw new FileNotFoundException($"{path} is needed for this measurement.");
    }
}
