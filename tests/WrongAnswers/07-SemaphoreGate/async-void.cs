// wrong: waits without a thread, in an async void method that its caller can't wait for -> not every visit was made once
// hint /async void/: An `async void` method is left at its first `await`, and nobody can wait for the rest. `Pass` must not return before the work is done.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim permits = new(places, places);

    public async void Pass(Action work)
    {
        await permits.WaitAsync();
        try { work(); }
        finally { permits.Release(); }
    }
}
