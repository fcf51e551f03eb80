using Interleavings.Tests.Weaving;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Fidelity;

/// <summary>A call on null throws, whether a model stands in for the member or not.</summary>
public class ReceiverFidelity
{
    [Test]
    public void Every_modelled_member_throws_a_NullReferenceException_on_null()
    {
        var members = MembersOnNull.Make();

        members.Missing.ShouldBeEmpty();
        members.Calls.Count.ShouldBeGreaterThan(300);
        members.Calls.Where(m => !Throws(m.Call)).Select(m => m.Member)
            .ShouldBeEmpty("outside an execution");
        members.Calls.Where(m => !ThrowsInside(m.Call)).Select(m => m.Member)
            .ShouldBeEmpty("inside an execution");
    }

    [Test]
    public void Arguments_are_evaluated_before_the_receiver_is_looked_at() => Script.Compare(static s =>
    {
        SemaphoreSlim none = null!;
        var evaluated = 0;
        s.Do("Release", () => none.Release(++evaluated));
        s.Do("evaluated", () => evaluated);
        s.Do("an argument that throws", () => none.Release(int.Parse("x")));
        s.Do("a call that asks first", () => none?.Release(++evaluated));
        s.Do("evaluated no more", () => evaluated);
    });

    [Test]
    public void A_delegate_of_a_member_of_null() => Script.CompareEach(static s =>
    {
        s.Do("Barrier.SignalAndWait", () => { Barrier none = null!; Keep(none.SignalAndWait); });
        s.Do("WaitHandle.Dispose", () => { WaitHandle none = null!; Keep(none.Dispose); });
        s.Do("List.Clear", () => { List<int> none = null!; Keep(none.Clear); });
        s.Do("TextWriter.Flush", () => { TextWriter none = null!; Keep(none.Flush); });
        s.Do("one's own", () => { Script none = null!; Keep(none.ToString); });
    });

    [Test]
    public void Extensions_interfaces_and_awaits_of_null() => Script.CompareEach(static s =>
    {
        s.Do("Unwrap", () => { Task<Task> none = null!; none.Unwrap(); });
        s.Do("AsParallel", () => { int[] none = null!; none.AsParallel(); });
        s.Do("Select", () => { ParallelQuery<int> none = null!; none.Select(n => n); });
        s.Do("Dispose", () => { IDisposable none = null!; none.Dispose(); });
        s.Do("using", () => { using SemaphoreSlim none = null!; });
        s.Do("lock", () => { Lock none = null!; lock (none) { } });
        s.Do("lock of an object", () => { object none = null!; lock (none) { } });
        s.Do("what has no model", () => { Mutex none = null!; none.ReleaseMutex(); });
        s.Do("GetAwaiter", () => { Task none = null!; none.GetAwaiter(); });
        s.Do("ConfigureAwait", () => { Task<int> none = null!; none.ConfigureAwait(false); });
        s.Do("default(CancellationToken)", () => default(CancellationToken).IsCancellationRequested);
        s.Do("default(CancellationTokenRegistration)",
            () => default(CancellationTokenRegistration).Dispose());
    });

    private static void Keep(Func<string?> made) => GC.KeepAlive(made);

    private static void Keep(Action made) => GC.KeepAlive(made);

    private static bool ThrowsInside(Action call)
    {
        var throws = false;
        Explorer.Explore(() => throws = Throws(call));
        return throws;
    }

    private static bool Throws(Action call)
    {
        try
        {
            call();
            return false;
        }
        catch (NullReferenceException)
        {
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
