using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Says which project a generated class <c>Projects.Name</c> stands for.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    string ProjectPath { get; }
}

/// <summary>Where the build put the project's assembly. The stand-in's own: Aspire asks the SDK at start, which takes seconds a project.</summary>
public interface IProjectOutput
{
    string TargetPath { get; }
}
