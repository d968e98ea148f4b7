using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ResumeService.Extraction;

namespace ResumeService.Tests.Extraction;

internal static class Pools
{
    public static ExtractionPool Of(ExtractionOptions limits) => new(Options.Create(limits), TimeProvider.System, NullLogger<ExtractionPool>.Instance);
}
