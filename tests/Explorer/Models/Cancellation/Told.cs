using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Somebody who is told when a source is cancelled.</summary>
/// <param name="tell">Runs on who cancels it; its first step is an event.</param>
internal class Told(Action<Operation> tell)
{
    internal void Tell(Operation by) => tell(by);
}
