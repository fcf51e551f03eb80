using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class SemaphoreSlimFidelity
{
    [Test]
    public void Made_with_counts() => Script.Compare(s =>
    {
        s.Do("new(-1)", () => new SemaphoreSlim(-1));
        s.Do("new(2, 1)", () => new SemaphoreSlim(2, 1));
        s.Do("new(0, 0)", () => new SemaphoreSlim(0, 0));
        s.Do("new(3)", () => new SemaphoreSlim(3).CurrentCount);
    });

    [Test]
    public void Permits_taken_and_given() => Script.Compare(s =>
    {
        var semaphore = new SemaphoreSlim(1, 2);
        s.Do("Wait", () => semaphore.Wait());
        s.Do("CurrentCount", () => semaphore.CurrentCount);
        s.Do("Wait(0)", () => semaphore.Wait(0));
        s.Do("Wait(5)", () => semaphore.Wait(5));
        s.Do("Wait(-2)", () => semaphore.Wait(-2));
        s.Do("Wait(-2 ms)", () => semaphore.Wait(TimeSpan.FromMilliseconds(-2)));
        s.Do("Wait(5 ms)", () => semaphore.Wait(TimeSpan.FromMilliseconds(5)));
        s.Do("Release", () => semaphore.Release());
        s.Do("Release(2)", () => semaphore.Release(2));
        s.Do("Release(0)", () => semaphore.Release(0));
        s.Do("Release again", () => semaphore.Release(1));
        s.Do("Release, full", () => semaphore.Release());
        s.Do("CurrentCount", () => semaphore.CurrentCount);
        s.Do("Wait(0)", () => semaphore.Wait(0));
        s.Do("Wait(5)", () => semaphore.Wait(5));
        s.Do("CurrentCount", () => semaphore.CurrentCount);
    });

    [Test]
    public void Disposed() => Script.Compare(s =>
    {
        var semaphore = new SemaphoreSlim(1);
        semaphore.Dispose();
        s.Do("Dispose", () => semaphore.Dispose());
        s.Do("Wait", () => semaphore.Wait());
        s.Do("Wait(-2)", () => semaphore.Wait(-2));
        s.Do("Wait(-2 ms)", () => semaphore.Wait(TimeSpan.FromMilliseconds(-2)));
        s.Do("Release", () => semaphore.Release());
        s.Do("Release(0)", () => semaphore.Release(0));
        s.Do("CurrentCount", () => semaphore.CurrentCount);
    });
}
