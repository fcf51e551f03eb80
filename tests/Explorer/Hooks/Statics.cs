using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// The initialisers of the woven types that have static fields, so that each execution starts with
/// fresh ones. They belong to the process, as static fields do.
/// </summary>
internal static class Statics
{
    /// <summary>Objects made by initialisers are named after these, whoever happens to run them.</summary>
    private const int FirstName = 1000;

    private static readonly List<Action> Initialisers = [];

    internal static void Register(Action initialise)
    {
        int number;
        lock (Initialisers)
        {
            number = Initialisers.Count;
            Initialisers.Add(initialise);
        }
        Run(initialise, number, Hook.Current?.Execution);
    }

    /// <summary>Makes the statics of every type used so far as new.</summary>
    internal static void Refresh(Operation main)
    {
        // By index: an initialiser that touches another type for the first time adds to the list.
        for (var i = 0; i < Initialisers.Count; i++) Run(Initialisers[i], i, main.Execution);
    }

    private static void Run(Action initialise, int number, Execution? execution)
    {
        if (execution is null)
        {
            initialise();
            return;
        }
        var caller = Hook.Current;
        var initialiser = new Operation(FirstName + number, execution.Identities.Location(
            new(LocationName.Lifecycles, FirstName + number, 0)).In(execution.Number))
        {
            Unscheduled = 1,
            Execution = execution,
        };
        Hook.Current = initialiser;
        try
        {
            initialise();
        }
        finally
        {
            Hook.Current = caller;
        }
    }
}
