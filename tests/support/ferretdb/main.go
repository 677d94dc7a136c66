// Ferretdb stands in for MongoDB where there is none: FerretDB v1 over SQLite, embedded.
//
// usage: ferretdb FOLDER [ADDRESS]
//
// It keeps its files in FOLDER, listens on ADDRESS (127.0.0.1 and a free port unless given), and
// prints the address that it can be reached at as its first line.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) < 2 {
		return fmt.Errorf("usage: ferretdb FOLDER [ADDRESS]")
	}
	folder, err := filepath.Abs(os.Args[1])
	if err != nil {
		return err
	}
	address := "127.0.0.1:0"
	if len(os.Args) > 2 {
		address = os.Args[2]
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	socket := filepath.Join(folder, "ferretdb.sock")
	_ = os.Remove(socket) // of a process that was killed
	server, err := ferretdb.New(&ferretdb.Config{
		Listener: ferretdb.ListenerConfig{Unix: socket},
		Logger:   slog.New(slog.NewTextHandler(io.Discard, nil)),
		Handler:  "sqlite",
		// The machine under it does not fail in a test, so nothing waits for the disk.
		SQLiteURL: "file:" + folder + "/?_pragma=synchronous(0)",
	})
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- server.Run(ctx) }()

	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Printf("mongodb://%s/\n", listener.Addr())
	go serve(listener, socket)
	return <-done
}
