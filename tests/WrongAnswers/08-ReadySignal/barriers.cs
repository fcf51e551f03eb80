// wrong: memory barriers around a plain flag, which is read without any order all the same -> data race on `ready`
// hint /\.MemoryBarrier\(\)/: A barrier orders what stands around it; the flag itself stays a plain variable of two threads.
namespace Katas.ReadySignal;

public sealed class Announcement
{
    string text = "";
    bool ready;

    public void Publish(string what)
    {
        text = what;
        Thread.MemoryBarrier();
        ready = true;
    }

    public string Read()
    {
        while (!ready)
            Thread.MemoryBarrier();
        return text;
    }
}
