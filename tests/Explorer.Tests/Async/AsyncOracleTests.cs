using Interleavings.Models;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Fixed async programs, held against a search that leaves nothing out but what sleeps.</summary>
public class AsyncOracleTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Case("WhenAll race", AsyncPrograms.WhenAllRace(false));
        yield return Case("two Task.Run", AsyncPrograms.RunRace());
        yield return Case("read, await, write", ReadAwaitWrite());
        yield return Case("a semaphore", AsyncPrograms.Guarded(2));
        yield return Case("a semaphore, three flows", AsyncPrograms.Guarded(3));
        yield return Case("the first of two", AsyncPrograms.FirstOfTwo());
        yield return Case("completes under a lock", AsyncPrograms.CompletesUnderALock(0, false));
        yield return Case("completes under a lock, later", AsyncPrograms.CompletesUnderALock(
            TaskCreationOptions.RunContinuationsAsynchronously, false));
        yield return Case("one delay against work", async () =>
        {
            var work = Task.Run(() => 1);
            await Task.WhenAny(work, Task.Delay(5));
            await work;
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void Explores_what_there_is(Func<Task> program)
    {
        Action body = () => AsyncBody.Run(program);
        var oracle = Search.Explore(new SleepSets(), body);
        var found = TraceCounting.Optimal(body);

        found.Traces.SetEquals(oracle.Traces)
            .ShouldBeTrue($"{found.Traces.Count} of {oracle.Traces.Count} traces");
        found.Executions.ShouldBe(found.Traces.Count);
        found.Redundant.ShouldBe(0);
    }

    private static Func<Task> ReadAwaitWrite() => async () =>
    {
        var count = 0;
        async Task Add()
        {
            var seen = Volatile.Read(ref count);
            await Task.Yield();
            Volatile.Write(ref count, seen + 1);
        }
        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
    };

    private static TestCaseData Case(string name, Func<Task> program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
