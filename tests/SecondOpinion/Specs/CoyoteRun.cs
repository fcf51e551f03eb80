using System.Diagnostics;
using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace Interleavings;

/// <summary>Coyote's testing engine on one spec.</summary>
static class CoyoteRun
{
    /// <summary>How often a spec is run, unless a bug is found before.</summary>
    internal const uint Iterations = 500;

    const uint Seed = 1;

    /// <summary>
    /// Coyote takes ten times as many where its strategy is fair. What ends needs some hundreds.
    /// </summary>
    const uint MostSteps = 5000;

    internal static CoyoteVerdict Of(Question question, Delegate spec)
    {
        var hasPassed = false;
        var configuration = Configured();
        if (question == Question.Some) configuration.WithTestIterationsRunToCompletion();
        using var engine = spec switch
        {
            Func<Task> work => TestingEngine.Create(configuration, async () =>
            {
                await work();
                hasPassed = true;
            }),
            _ => TestingEngine.Create(configuration, () =>
            {
                ((Action)spec)();
                hasPassed = true;
            }),
        };
        if (!engine.IsTestRewritten())
            throw new InvalidOperationException("The specs are not rewritten: Coyote would run them"
                + " as they are, in whatever order the threads happen to take.");
        uint last = 0;
        engine.RegisterEndIterationCallBack(iteration =>
        {
            last = iteration + 1;
            // Where Coyote has lost control once, it goes on losing it.
            if (question == Question.Some
                && (hasPassed || CoyoteVerdict.IsOutOfControl(engine.TestReport))) engine.Stop();
        });
        var clock = Stopwatch.StartNew();
        engine.Run();
        return CoyoteVerdict.Of(engine.TestReport, last, clock.Elapsed, question, hasPassed);
    }

    static Configuration Configured() => Configuration.Create()
        .WithTestingIterations(Iterations)
        .WithRandomGeneratorSeed(Seed)
        .WithMemoryAccessRaceCheckingEnabled()
        .WithLockAccessRaceCheckingEnabled()
        .WithAtomicOperationRaceCheckingEnabled()
        .WithVolatileOperationRaceCheckingEnabled()
        .WithCollectionAccessRaceCheckingEnabled()
        .WithPartiallyControlledConcurrencyAllowed(false)
        .WithMaxSchedulingSteps(MostSteps)
        .WithFailureOnMaxStepsBoundEnabled()
        .WithTelemetryEnabled(false)
        .WithConsoleLoggingEnabled(false)
        .WithVerbosityEnabled(VerbosityLevel.None);
}
