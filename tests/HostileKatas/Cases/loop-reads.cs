// hostile: an endless loop that reads a shared variable -> waits for a change that never comes
public static class Kata
{
    static bool done;

    public static void Run()
    {
        while (!done) ;
    }
}
