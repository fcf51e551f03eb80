// wrong: waits a second at most, and goes on with what is there -> the reader came back without the text
// hint /[;{}] \w+\.Wait(?:One)?\((?:\d|TimeSpan\.From)/: When the time is up, `Wait` comes back without a signal, and you read what is there.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    readonly ManualResetEventSlim ready = new();
    string text = "";

    public void Publish(string what)
    {
        text = what;
        ready.Set();
    }

    public string Read()
    {
        ready.Wait(1000);
        return text;
    }
}
