// wrong: sleeps between two looks at the plain flag -> data race on `ready`
// hint /while \([^{};]*\) (?:\{ )?Thread\.Sleep\(/: Sleep makes the loop slower, not right: still nothing says which of the two threads comes first.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    string text = "";
    bool ready;

    public void Publish(string what)
    {
        text = what;
        ready = true;
    }

    public string Read()
    {
        while (!ready)
            Thread.Sleep(10);
        return text;
    }
}
