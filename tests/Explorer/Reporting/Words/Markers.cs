namespace Interleavings.Reporting;

/// <summary>What stands beside the steps to look at.</summary>
static class Markers
{
    public const string LostUpdate = "✗ lost update";
    public const string DataRace = "✗ data race";
    public const string Deadlock = "✗ waits for ever";
    public const string Livelock = "✗ no end";
    public const string Repeats = "↻ repeats from here";
}
