namespace Interleavings.Scheduling;

/// <summary>The same schedule led elsewhere: one step is not the one that came there before.</summary>
/// <param name="Step">From 1.</param>
/// <param name="Expected">The step that came before, for a reader.</param>
/// <param name="Seen">The step that came now.</param>
internal sealed record Divergence(int Step, string Expected, string Seen, Site Site);
