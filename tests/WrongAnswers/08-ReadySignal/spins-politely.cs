// wrong: lets others go first while it spins, and still nothing says when it sees the flag -> data race on `ready`
// hint /while \([^{};]*\) (?:\{ )?(?:Thread\.(?:Yield|SpinWait)|\w+\.SpinOnce)\(/: To let others go first says nothing about the flag: it is still a plain variable of two threads.
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
            Thread.Yield();
        return text;
    }
}
