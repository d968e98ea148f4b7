using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PlatformFixture))]
// One platform, and tests that kill parts of it: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
