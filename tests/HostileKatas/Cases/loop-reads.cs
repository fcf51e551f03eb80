// hostile: an endless loop that reads a shared variable -> livelock: main only goes round in a loop
public static class Kata
{
    static bool done;

    public static void Run()
    {
        while (!done) ;
    }
}
