import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 313:
/***/ ((module) => {

module.exports = Pend;

function Pend() {
  this.pending = 0;
  this.max = Infinity;
  this.listeners = [];
  this.waiting = [];
  this.error = null;
}

Pend.prototype.go = function(fn) {
  if (this.pending < this.max) {
    pendGo(this, fn);
  } else {
    this.waiting.push(fn);
  }
};

Pend.prototype.wait = function(cb) {
  if (this.pending === 0) {
    cb(this.error);
  } else {
    this.listeners.push(cb);
  }
};

Pend.prototype.hold = function() {
  return pendHold(this);
};

function pendHold(self) {
  self.pending += 1;
  var called = false;
  return onCb;
  function onCb(err) {
    if (called) throw new Error("callback called twice");
    called = true;
    self.error = self.error || err;
    self.pending -= 1;
    if (self.waiting.length > 0 && self.pending < self.max) {
      pendGo(self, self.waiting.shift());
    } else if (self.pending === 0) {
      var listeners = self.listeners;
      self.listeners = [];
      listeners.forEach(cbListener);
    }
  }
  function cbListener(listener) {
    listener(self.error);
  }
}

function pendGo(self, fn) {
  fn(pendHold(self));
}


/***/ }),

/***/ 248:
/***/ ((module) => {

// Adapted from https://github.com/brianloveswords/buffer-crc32/blob/v0.2.13/index.js
const CRC_TABLE = new Int32Array([
  0x00000000, 0x77073096, 0xee0e612c, 0x990951ba, 0x076dc419, 0x706af48f, 0xe963a535, 0x9e6495a3,
  0x0edb8832, 0x79dcb8a4, 0xe0d5e91e, 0x97d2d988, 0x09b64c2b, 0x7eb17cbd, 0xe7b82d07, 0x90bf1d91,
  0x1db71064, 0x6ab020f2, 0xf3b97148, 0x84be41de, 0x1adad47d, 0x6ddde4eb, 0xf4d4b551, 0x83d385c7,
  0x136c9856, 0x646ba8c0, 0xfd62f97a, 0x8a65c9ec, 0x14015c4f, 0x63066cd9, 0xfa0f3d63, 0x8d080df5,
  0x3b6e20c8, 0x4c69105e, 0xd56041e4, 0xa2677172, 0x3c03e4d1, 0x4b04d447, 0xd20d85fd, 0xa50ab56b,
  0x35b5a8fa, 0x42b2986c, 0xdbbbc9d6, 0xacbcf940, 0x32d86ce3, 0x45df5c75, 0xdcd60dcf, 0xabd13d59,
  0x26d930ac, 0x51de003a, 0xc8d75180, 0xbfd06116, 0x21b4f4b5, 0x56b3c423, 0xcfba9599, 0xb8bda50f,
  0x2802b89e, 0x5f058808, 0xc60cd9b2, 0xb10be924, 0x2f6f7c87, 0x58684c11, 0xc1611dab, 0xb6662d3d,
  0x76dc4190, 0x01db7106, 0x98d220bc, 0xefd5102a, 0x71b18589, 0x06b6b51f, 0x9fbfe4a5, 0xe8b8d433,
  0x7807c9a2, 0x0f00f934, 0x9609a88e, 0xe10e9818, 0x7f6a0dbb, 0x086d3d2d, 0x91646c97, 0xe6635c01,
  0x6b6b51f4, 0x1c6c6162, 0x856530d8, 0xf262004e, 0x6c0695ed, 0x1b01a57b, 0x8208f4c1, 0xf50fc457,
  0x65b0d9c6, 0x12b7e950, 0x8bbeb8ea, 0xfcb9887c, 0x62dd1ddf, 0x15da2d49, 0x8cd37cf3, 0xfbd44c65,
  0x4db26158, 0x3ab551ce, 0xa3bc0074, 0xd4bb30e2, 0x4adfa541, 0x3dd895d7, 0xa4d1c46d, 0xd3d6f4fb,
  0x4369e96a, 0x346ed9fc, 0xad678846, 0xda60b8d0, 0x44042d73, 0x33031de5, 0xaa0a4c5f, 0xdd0d7cc9,
  0x5005713c, 0x270241aa, 0xbe0b1010, 0xc90c2086, 0x5768b525, 0x206f85b3, 0xb966d409, 0xce61e49f,
  0x5edef90e, 0x29d9c998, 0xb0d09822, 0xc7d7a8b4, 0x59b33d17, 0x2eb40d81, 0xb7bd5c3b, 0xc0ba6cad,
  0xedb88320, 0x9abfb3b6, 0x03b6e20c, 0x74b1d29a, 0xead54739, 0x9dd277af, 0x04db2615, 0x73dc1683,
  0xe3630b12, 0x94643b84, 0x0d6d6a3e, 0x7a6a5aa8, 0xe40ecf0b, 0x9309ff9d, 0x0a00ae27, 0x7d079eb1,
  0xf00f9344, 0x8708a3d2, 0x1e01f268, 0x6906c2fe, 0xf762575d, 0x806567cb, 0x196c3671, 0x6e6b06e7,
  0xfed41b76, 0x89d32be0, 0x10da7a5a, 0x67dd4acc, 0xf9b9df6f, 0x8ebeeff9, 0x17b7be43, 0x60b08ed5,
  0xd6d6a3e8, 0xa1d1937e, 0x38d8c2c4, 0x4fdff252, 0xd1bb67f1, 0xa6bc5767, 0x3fb506dd, 0x48b2364b,
  0xd80d2bda, 0xaf0a1b4c, 0x36034af6, 0x41047a60, 0xdf60efc3, 0xa867df55, 0x316e8eef, 0x4669be79,
  0xcb61b38c, 0xbc66831a, 0x256fd2a0, 0x5268e236, 0xcc0c7795, 0xbb0b4703, 0x220216b9, 0x5505262f,
  0xc5ba3bbe, 0xb2bd0b28, 0x2bb45a92, 0x5cb36a04, 0xc2d7ffa7, 0xb5d0cf31, 0x2cd99e8b, 0x5bdeae1d,
  0x9b64c2b0, 0xec63f226, 0x756aa39c, 0x026d930a, 0x9c0906a9, 0xeb0e363f, 0x72076785, 0x05005713,
  0x95bf4a82, 0xe2b87a14, 0x7bb12bae, 0x0cb61b38, 0x92d28e9b, 0xe5d5be0d, 0x7cdcefb7, 0x0bdbdf21,
  0x86d3d2d4, 0xf1d4e242, 0x68ddb3f8, 0x1fda836e, 0x81be16cd, 0xf6b9265b, 0x6fb077e1, 0x18b74777,
  0x88085ae6, 0xff0f6a70, 0x66063bca, 0x11010b5c, 0x8f659eff, 0xf862ae69, 0x616bffd3, 0x166ccf45,
  0xa00ae278, 0xd70dd2ee, 0x4e048354, 0x3903b3c2, 0xa7672661, 0xd06016f7, 0x4969474d, 0x3e6e77db,
  0xaed16a4a, 0xd9d65adc, 0x40df0b66, 0x37d83bf0, 0xa9bcae53, 0xdebb9ec5, 0x47b2cf7f, 0x30b5ffe9,
  0xbdbdf21c, 0xcabac28a, 0x53b39330, 0x24b4a3a6, 0xbad03605, 0xcdd70693, 0x54de5729, 0x23d967bf,
  0xb3667a2e, 0xc4614ab8, 0x5d681b02, 0x2a6f2b94, 0xb40bbe37, 0xc30c8ea1, 0x5a05df1b, 0x2d02ef8d,
]);

function crc32(buf) {
  let crc = -1;
  for (let x of buf) {
    crc = CRC_TABLE[(crc ^ x) & 0xff] ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}

module.exports = crc32;


/***/ }),

/***/ 502:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

// This was adapted from https://github.com/andrewrk/node-fd-slicer by Andrew Kelley under the MIT License.
var fs = __nccwpck_require__(896);
var util = __nccwpck_require__(23);
var stream = __nccwpck_require__(203);
var Readable = stream.Readable;
var PassThrough = stream.PassThrough;
var Pend = __nccwpck_require__(313);
var EventEmitter = (__nccwpck_require__(434).EventEmitter);

exports.BufferSlicer = BufferSlicer;
exports.FdSlicer = FdSlicer;

util.inherits(FdSlicer, EventEmitter);
function FdSlicer(fd) {
  EventEmitter.call(this);

  this.fd = fd;
  this.pend = new Pend();
  this.pend.max = 1;
  this.refCount = 0;
}

FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
  var self = this;
  self.pend.go(function(cb) {
    fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
      cb();
      callback(err, bytesRead, buffer);
    });
  });
};

FdSlicer.prototype.createReadStream = function(options) {
  return new ReadStream(this, options);
};

FdSlicer.prototype.ref = function() {
  this.refCount += 1;
};

FdSlicer.prototype.unref = function() {
  var self = this;
  self.refCount -= 1;
  if (self.refCount < 0) throw new Error("invalid unref");
  if (self.refCount > 0) return;

  fs.close(self.fd, onCloseDone);

  function onCloseDone(err) {
    if (err) {
      self.emit('error', err);
    } else {
      self.emit('close');
    }
  }
};

util.inherits(ReadStream, Readable);
function ReadStream(context, options) {
  options = options || {};
  Readable.call(this, options);

  this.context = context;
  this.context.ref();

  this.start = options.start || 0;
  this.endOffset = options.end;
  this.pos = this.start;
}

ReadStream.prototype._read = function(n) {
  var self = this;

  var toRead = Math.min(self._readableState.highWaterMark, n);
  if (self.endOffset != null) {
    toRead = Math.min(toRead, self.endOffset - self.pos);
  }
  if (toRead <= 0) {
    self.push(null);
    this._cleanup();
    return;
  }
  self.context.pend.go(function(cb) {
    var buffer = Buffer.allocUnsafe(toRead);
    fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
      if (err) {
        self.destroy(err);
      } else if (bytesRead === 0) {
        self.push(null);
        self._cleanup();
      } else {
        self.pos += bytesRead;
        self.push(buffer.slice(0, bytesRead));
      }
      cb();
    });
  });
};

ReadStream.prototype._destroy = function(err, cb) {
  // Node 14+ calls this automatically at EOF.
  this._cleanup();
  cb(err);
};

ReadStream.prototype._cleanup = function() {
  if (this.context != null) {
    this.context.unref();
    this.context = null;
  }
};

util.inherits(BufferSlicer, EventEmitter);
function BufferSlicer(buffer) {
  EventEmitter.call(this);

  this.refCount = 0;
  this.buffer = buffer;
}

BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
  if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
  if (position < 0) throw new RangeError("position is negative: " + position);
  if (offset + length > buffer.length) {
    // The caller's buffer can't hold all the bytes they're trying to read.
    // Clamp the length instead of giving an error.
    // The callback will be informed of fewer than expected bytes written.
    length = buffer.length - offset;
  }
  if (position + length > this.buffer.length) {
    // Clamp any attempt to read past the end of the source buffer.
    length = this.buffer.length - position;
  }
  if (length <= 0) {
    // After any clamping, we're fully out of bounds or otherwise have nothing to do.
    // This isn't an error; it's just zero bytes written.
    setImmediate(function() {
      callback(null, 0);
    });
    return;
  }
  this.buffer.copy(buffer, offset, position, position + length);
  setImmediate(function() {
    callback(null, length);
  });
};

BufferSlicer.prototype.createReadStream = function(options) {
  options = options || {};
  var readStream = new PassThrough(options);
  readStream.start = options.start || 0;
  readStream.endOffset = options.end;
  // by the time this function returns, we'll be done.
  readStream.pos = readStream.endOffset || this.buffer.length;

  var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
  // Cut the buffer into smaller slices for better memory usage when streaming into a zlib inflate stream.
  // See https://github.com/thejoshwolfe/yauzl/issues/87
  var maxChunkSize = 0x10000;
  var offset = 0;
  while (true) {
    var nextOffset = offset + maxChunkSize;
    if (nextOffset >= entireSlice.length) {
      // last chunk
      if (offset < entireSlice.length) {
        readStream.write(entireSlice.slice(offset, entireSlice.length));
      }
      break;
    }
    readStream.write(entireSlice.slice(offset, nextOffset));
    offset = nextOffset;
  }

  readStream.end();
  return readStream;
};

BufferSlicer.prototype.ref = function() {
  this.refCount += 1;
};

BufferSlicer.prototype.unref = function() {
  this.refCount -= 1;

  if (this.refCount < 0) {
    throw new Error("invalid unref");
  }
};


/***/ }),

/***/ 663:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;
var fs = __nccwpck_require__(896);
var zlib = __nccwpck_require__(106);
var fd_slicer = __nccwpck_require__(502);
var util = __nccwpck_require__(23);
var EventEmitter = (__nccwpck_require__(434).EventEmitter);
var Transform = (__nccwpck_require__(203).Transform);
var PassThrough = (__nccwpck_require__(203).PassThrough);
var Writable = (__nccwpck_require__(203).Writable);

// Node 20 added zlib.crc32.
const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : __nccwpck_require__(248);

__webpack_unused_export__ = open;
__webpack_unused_export__ = fromFd;
__webpack_unused_export__ = fromBuffer;
__webpack_unused_export__ = fromRandomAccessReader;
exports.sO = openPromise;
__webpack_unused_export__ = fromFdPromise;
__webpack_unused_export__ = fromBufferPromise;
__webpack_unused_export__ = fromRandomAccessReaderPromise;

__webpack_unused_export__ = dosDateTimeToDate;
__webpack_unused_export__ = getFileNameLowLevel;
__webpack_unused_export__ = validateFileName;
__webpack_unused_export__ = parseExtraFields;
__webpack_unused_export__ = ZipFile;
__webpack_unused_export__ = Entry;
__webpack_unused_export__ = LocalFileHeader;
__webpack_unused_export__ = RandomAccessReader;

function openPromise(path, options) {
  return new Promise((resolve, reject) => {
    open(path, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromFdPromise(fd, options) {
  return new Promise((resolve, reject) => {
    fromFd(fd, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromBufferPromise(buffer, options) {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromRandomAccessReaderPromise(reader, totalSize, options) {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, totalSize, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}

function open(path, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = true;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  fs.open(path, "r", function(err, fd) {
    if (err) return callback(err);
    fromFd(fd, options, function(err, zipfile) {
      if (err) fs.close(fd, defaultCallback);
      callback(err, zipfile);
    });
  });
}

function fromFd(fd, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = false;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  fs.fstat(fd, function(err, stats) {
    if (err) return callback(err);
    var reader = new fd_slicer.FdSlicer(fd);
    fromRandomAccessReader(reader, stats.size, options, callback);
  });
}

function fromBuffer(buffer, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  options.autoClose = false;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  var reader = new fd_slicer.BufferSlicer(buffer);
  fromRandomAccessReader(reader, buffer.length, options, callback);
}

function fromRandomAccessReader(reader, totalSize, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = true;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  var decodeStrings = !!options.decodeStrings;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
  if (totalSize > Number.MAX_SAFE_INTEGER) {
    throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
  }

  // the matching unref() call is in zipfile.close()
  reader.ref();

  // eocdr means End of Central Directory Record.
  // search backwards for the eocdr signature.
  // the last field of the eocdr is a variable-length comment.
  // the comment size is encoded in a 2-byte field in the eocdr, which we can't find without trudging backwards through the comment to find it.
  // as a consequence of this design decision, it's possible to have ambiguous zip file metadata if a coherent eocdr was in the comment.
  // we search backwards for a eocdr signature, and hope that whoever made the zip file was smart enough to forbid the eocdr signature in the comment.
  var eocdrWithoutCommentSize = 22;
  var zip64EocdlSize = 20; // Zip64 end of central directory locator
  var maxCommentSize = 0xffff; // 2-byte size
  var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
  var buffer = newBuffer(bufferSize);
  var bufferReadStart = totalSize - buffer.length;
  readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
    if (err) return callback(err);
    for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
      if (buffer.readUInt32LE(i) !== 0x06054b50) continue;
      // found eocdr
      var eocdrBuffer = buffer.subarray(i);

      // 0 - End of central directory signature = 0x06054b50
      // 4 - Number of this disk
      var diskNumber = eocdrBuffer.readUInt16LE(4);
      // 6 - Disk where central directory starts
      // 8 - Number of central directory records on this disk
      // 10 - Total number of central directory records
      var entryCount = eocdrBuffer.readUInt16LE(10);
      // 12 - Size of central directory (bytes)
      // 16 - Offset of start of central directory, relative to start of archive
      var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
      // 20 - Comment length
      var commentLength = eocdrBuffer.readUInt16LE(20);
      var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
      if (commentLength !== expectedCommentLength) {
        return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
      }
      // 22 - Comment
      // the encoding is always cp437.
      var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false)
                                  : eocdrBuffer.subarray(22);

      // Look for a Zip64 end of central directory locator
      if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 0x07064b50) {
        // ZIP64 format
        var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
        // 0 - zip64 end of central dir locator signature = 0x07064b50
        // 4 - number of the disk with the start of the zip64 end of central directory
        // 8 - relative offset of the zip64 end of central directory record
        var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
        // 16 - total number of disks

        // ZIP64 end of central directory record
        var zip64EocdrBuffer = newBuffer(56);
        return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
          if (err) return callback(err);

          // 0 - zip64 end of central dir signature                           4 bytes  (0x06064b50)
          if (zip64EocdrBuffer.readUInt32LE(0) !== 0x06064b50) {
            return callback(new Error("invalid zip64 end of central directory record signature"));
          }
          // 4 - size of zip64 end of central directory record                8 bytes
          // 12 - version made by                                             2 bytes
          // 14 - version needed to extract                                   2 bytes
          // 16 - number of this disk                                         4 bytes
          diskNumber = zip64EocdrBuffer.readUInt32LE(16);
          if (diskNumber !== 0) {
            // Check this only after zip64 overrides. See #118.
            return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
          }
          // 20 - number of the disk with the start of the central directory  4 bytes
          // 24 - total number of entries in the central directory on this disk         8 bytes
          // 32 - total number of entries in the central directory            8 bytes
          entryCount = readUInt64LE(zip64EocdrBuffer, 32);
          // 40 - size of the central directory                               8 bytes
          // 48 - offset of start of central directory with respect to the starting disk number     8 bytes
          centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
          // 56 - zip64 extensible data sector                                (variable size)
          return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
        });
      }

      // Not ZIP64 format
      if (diskNumber !== 0) {
        return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
      }
      return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));

    }

    // Not a zip file.
    callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
  });
}

util.inherits(ZipFile, EventEmitter);
function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
  var self = this;
  EventEmitter.call(self);
  self.reader = reader;
  // forward close events
  self.reader.on("error", function(err) {
    // error closing the fd
    emitError(self, err);
  });
  self.reader.once("close", function() {
    self.emit("close");
  });
  self.readEntryCursor = centralDirectoryOffset;
  self.fileSize = fileSize;
  self.entryCount = entryCount;
  self.comment = comment;
  self.entriesRead = 0;
  self.autoClose = !!autoClose;
  self.lazyEntries = !!lazyEntries;
  self.decodeStrings = !!decodeStrings;
  self.validateEntrySizes = !!validateEntrySizes;
  self.strictFileNames = !!strictFileNames;
  self.isOpen = true;
  self.emittedError = false;
  self.hasEachEntryBeenCalled = false;

  if (!self.lazyEntries) self._readEntry();
}
ZipFile.prototype.close = function() {
  if (!this.isOpen) return;
  this.isOpen = false;
  this.reader.unref();
};

function emitErrorAndAutoClose(self, err) {
  if (self.autoClose) self.close();
  emitError(self, err);
}
function emitError(self, err) {
  if (self.emittedError) return;
  self.emittedError = true;
  self.emit("error", err);
}

ZipFile.prototype.readEntry = function() {
  if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
  this._readEntry();
};
ZipFile.prototype._readEntry = function() {
  var self = this;
  if (self.entryCount === self.entriesRead) {
    // done with metadata
    setImmediate(function() {
      if (self.autoClose) self.close();
      if (self.emittedError) return;
      self.emit("end");
    });
    return;
  }
  if (self.emittedError) return;
  var buffer = newBuffer(46);
  readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
    if (err) return emitErrorAndAutoClose(self, err);
    if (self.emittedError) return;
    var entry = new Entry();
    // 0 - Central directory file header signature
    var signature = buffer.readUInt32LE(0);
    if (signature !== 0x02014b50) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
    // 4 - Version made by
    entry.versionMadeBy = buffer.readUInt16LE(4);
    // 6 - Version needed to extract (minimum)
    entry.versionNeededToExtract = buffer.readUInt16LE(6);
    // 8 - General purpose bit flag
    entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
    // 10 - Compression method
    entry.compressionMethod = buffer.readUInt16LE(10);
    // 12 - File last modification time
    entry.lastModFileTime = buffer.readUInt16LE(12);
    // 14 - File last modification date
    entry.lastModFileDate = buffer.readUInt16LE(14);
    // 16 - CRC-32
    entry.crc32 = buffer.readUInt32LE(16);
    // 20 - Compressed size
    entry.compressedSize = buffer.readUInt32LE(20);
    // 24 - Uncompressed size
    entry.uncompressedSize = buffer.readUInt32LE(24);
    // 28 - File name length (n)
    entry.fileNameLength = buffer.readUInt16LE(28);
    // 30 - Extra field length (m)
    entry.extraFieldLength = buffer.readUInt16LE(30);
    // 32 - File comment length (k)
    entry.fileCommentLength = buffer.readUInt16LE(32);
    // 34 - Disk number where file starts
    // 36 - Internal file attributes
    entry.internalFileAttributes = buffer.readUInt16LE(36);
    // 38 - External file attributes
    entry.externalFileAttributes = buffer.readUInt32LE(38);
    // 42 - Relative offset of local file header
    entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);

    if (entry.generalPurposeBitFlag & 0x40) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));

    self.readEntryCursor += 46;

    buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
    readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
      if (err) return emitErrorAndAutoClose(self, err);
      if (self.emittedError) return;
      // 46 - File name
      entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
      // 46+n - Extra field
      var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
      entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
      // 46+n+m - File comment
      entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);

      // Parse the extra fields, which we need for processing other fields.
      try {
        entry.extraFields = parseExtraFields(entry.extraFieldRaw);
      } catch (err) {
        return emitErrorAndAutoClose(self, err);
      }

      // Interpret strings according to bit flags, extra fields, and options.
      if (self.decodeStrings) {
        var isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
        entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
        entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
        var errorMessage = validateFileName(entry.fileName);
        if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
      } else {
        entry.fileComment = entry.fileCommentRaw;
        entry.fileName = entry.fileNameRaw;
      }
      // Maintain API compatibility. See https://github.com/thejoshwolfe/yauzl/issues/47
      entry.comment = entry.fileComment;

      self.readEntryCursor += buffer.length;
      self.entriesRead += 1;

      // Check for the Zip64 Extended Information Extra Field.
      for (var i = 0; i < entry.extraFields.length; i++) {
        var extraField = entry.extraFields[i];
        if (extraField.id !== 0x0001) continue;
        // Found it.

        var zip64EiefBuffer = extraField.data;
        var index = 0;
        // 0 - Original Size          8 bytes
        if (entry.uncompressedSize === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
          }
          entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 8 - Compressed Size        8 bytes
        if (entry.compressedSize === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
          }
          entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 16 - Relative Header Offset 8 bytes
        if (entry.relativeOffsetOfLocalHeader === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
          }
          entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 24 - Disk Start Number      4 bytes

        break;
      }

      // validate file size
      if (self.validateEntrySizes && entry.compressionMethod === 0) {
        var expectedCompressedSize = entry.uncompressedSize;
        if (entry.isEncrypted()) {
          // traditional encryption prefixes the file data with a header
          expectedCompressedSize += 12;
        }
        if (entry.compressedSize !== expectedCompressedSize) {
          var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
          return emitErrorAndAutoClose(self, new Error(msg));
        }
      }

      self.emit("entry", entry);

      if (!self.lazyEntries) self._readEntry();
    });
  });
};

ZipFile.prototype.eachEntry = function() {
  const self = this;
  if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
  if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
  self.hasEachEntryBeenCalled = true;

  let pendingResolveReject = null;
  self.on("entry", onEntry);
  self.on("end", onEnd);
  self.on("error", onError);
  function cleanup() {
    self.removeListener("entry", onEntry);
    self.removeListener("end", onEnd);
    self.removeListener("error", onError);
    if (self.autoClose) self.close();
  }

  function onEntry(entry) {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    resolve({value: entry});
  }
  function onEnd() {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    resolve({done: true});
  }
  function onError(err) {
    let {reject} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    reject(err);
  }

  return {
    [Symbol.asyncIterator]() {
      // Called once by `for await...of`.
      return this;
    },
    next() {
      // Called on each iteration in a `for await...of`.
      const promise = new Promise((resolve, reject) => {
        if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
        pendingResolveReject = {resolve, reject};
      });
      self.readEntry();
      return promise;
    },
    return(value) {
      // Called when breaking, returning, throwing out of a `for await...of`.
      cleanup();
      return Promise.resolve({done: true, value});
    },
    throw(value) {
      // Almost never called. Something about `yield*` maybe?
      cleanup();
      return Promise.reject(value);
    },
  };
};

ZipFile.prototype.openReadStream = function(entry, options, callback) {
  var self = this;
  // parameter validation
  var relativeStart = 0;
  var relativeEnd = entry.compressedSize;
  if (callback == null) {
    callback = options;
    options = null;
  }
  if (options == null) {
    options = {};
  } else {
    if (options.decodeFileData === false) {
      // new, simple option
      if (options.decrypt != null) {
        throw new Error("cannot use options.decrypt when options.decodeFileData === false");
      }
      if (options.decompress != null) {
        throw new Error("cannot use options.decompress when options.decodeFileData === false");
      }
      // start and end are allowed
    } else {
      // old, complicated options
      if (options.decrypt != null) {
        if (!entry.isEncrypted()) {
          throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
        }
        if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
        if (entry.isCompressed()) {
          if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
        }
      }
      if (options.decompress != null) {
        if (!entry.isCompressed()) {
          throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
        }
        if (!(options.decompress === false || options.decompress === true)) {
          throw new Error("invalid options.decompress value: " + options.decompress);
        }
        decompress = options.decompress;
      }
    }
    if (options.start != null) {
      relativeStart = options.start;
      if (relativeStart < 0) throw new Error("options.start < 0");
      if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
    }
    if (options.end != null) {
      relativeEnd = options.end;
      if (relativeEnd < 0) throw new Error("options.end < 0");
      if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
      if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
    }
  }
  var rawMode = (
    options.decodeFileData === false || // Explicitly requested raw.
    (
      (entry.compressionMethod === 0 || // Naturally without compression.
        (entry.compressionMethod === 8 && options.decompress === false) // Deprecated compression bypass option.
      ) &&
      (!entry.isEncrypted() || // Naturally without encryption.
        options.decrypt === false // Deprecated encryption bypass option.
      )
    )
  );
  if (options.start != null || options.end != null) {
    // Ensure slicing deals with raw data.
    if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
  }

  // any further errors can either be caused by the zipfile,
  // or were introduced in a minor version of yauzl,
  // so should be passed to the client rather than thrown.
  if (!self.isOpen) return callback(new Error("closed"));
  if (entry.isEncrypted() && !rawMode) {
    if (options.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
  }
  var decompress;
  if (rawMode) {
    decompress = false;
  } else if (entry.compressionMethod === 8) {
    // 8 - The file is Deflated
    decompress = options.decodeFileData !== true;
  } else {
    return callback(new Error("unsupported compression method: " + entry.compressionMethod));
  }

  self.readLocalFileHeader(entry, {minimal: true}, function(err, localFileHeader) {
    if (err) return callback(err);
    self.openReadStreamLowLevel(
      localFileHeader.fileDataStart, entry.compressedSize,
      relativeStart, relativeEnd,
      decompress, entry.uncompressedSize,
      callback);
  });
};

ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
  var self = this;

  var fileDataEnd = fileDataStart + compressedSize;
  var readStream = self.reader.createReadStream({
    start: fileDataStart + relativeStart,
    end: fileDataStart + relativeEnd,
  });
  var endpointStream = readStream;
  if (decompress) {
    var destroyed = false;
    var inflateFilter = zlib.createInflateRaw();
    readStream.on("error", function(err) {
      // setImmediate here because errors can be emitted during the first call to pipe()
      setImmediate(function() {
        if (!destroyed) inflateFilter.emit("error", err);
      });
    });
    readStream.pipe(inflateFilter);

    if (self.validateEntrySizes) {
      endpointStream = new AssertByteCountStream(uncompressedSize);
      inflateFilter.on("error", function(err) {
        // forward zlib errors to the client-visible stream
        setImmediate(function() {
          if (!destroyed) endpointStream.emit("error", err);
        });
      });
      inflateFilter.pipe(endpointStream);
    } else {
      // the zlib filter is the client-visible stream
      endpointStream = inflateFilter;
    }
    // this is part of yauzl's API, so implement this function on the client-visible stream
    installDestroyFn(endpointStream, function() {
      destroyed = true;
      if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
      readStream.unpipe(inflateFilter);
      // TODO: the inflateFilter may cause a memory leak. see Issue #27.
      readStream.destroy();
    });
  }
  callback(null, endpointStream);
};

ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
  var self = this;
  if (callback == null) {
    callback = options;
    options = null;
  }
  if (options == null) options = {};

  self.reader.ref();
  var buffer = newBuffer(30);
  readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
    try {
      if (err) return callback(err);
      // 0 - Local file header signature = 0x04034b50
      var signature = buffer.readUInt32LE(0);
      if (signature !== 0x04034b50) {
        return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
      }

      var fileNameLength = buffer.readUInt16LE(26);
      var extraFieldLength = buffer.readUInt16LE(28);
      var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
      // We now have enough information to do this bounds check.
      if (fileDataStart + entry.compressedSize > self.fileSize) {
        return callback(new Error("file data overflows file bounds: " +
            fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
      }

      if (options.minimal) {
        return callback(null, {fileDataStart: fileDataStart});
      }

      var localFileHeader = new LocalFileHeader();
      localFileHeader.fileDataStart = fileDataStart;

      // 4 - Version needed to extract (minimum)
      localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
      // 6 - General purpose bit flag
      localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
      // 8 - Compression method
      localFileHeader.compressionMethod = buffer.readUInt16LE(8);
      // 10 - File last modification time
      localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
      // 12 - File last modification date
      localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
      // 14 - CRC-32
      localFileHeader.crc32 = buffer.readUInt32LE(14);
      // 18 - Compressed size
      localFileHeader.compressedSize = buffer.readUInt32LE(18);
      // 22 - Uncompressed size
      localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
      // 26 - File name length (n)
      localFileHeader.fileNameLength = fileNameLength;
      // 28 - Extra field length (m)
      localFileHeader.extraFieldLength = extraFieldLength;
      // 30 - File name
      // 30+n - Extra field

      buffer = newBuffer(fileNameLength + extraFieldLength);
      self.reader.ref();
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
        try {
          if (err) return callback(err);
          localFileHeader.fileName = buffer.subarray(0, fileNameLength);
          localFileHeader.extraField = buffer.subarray(fileNameLength);
          return callback(null, localFileHeader);
        } finally {
          self.reader.unref();
        }
      });
    } finally {
      self.reader.unref();
    }
  });
};

ZipFile.prototype.openReadStreamPromise = function(entry, options) {
  return new Promise((resolve, reject) => {
    this.openReadStream(entry, options, function(err, readStream) {
      if (err) return reject(err);
      resolve(readStream);
    });
  });
};
ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
  return new Promise((resolve, reject) => {
    this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
      if (err) return reject(err);
      resolve(readStream);
    });
  });
};
ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
  return new Promise((resolve, reject) => {
    this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
      if (err) return reject(err);
      resolve(localFileHeader);
    });
  });
};

function Entry() {
}
Entry.prototype.getLastModDate = function(options) {
  if (options == null) options = {};

  if (!options.forceDosFormat) {
    // Check extended fields.
    for (var i = 0; i < this.extraFields.length; i++) {
      var extraField = this.extraFields[i];
      if (extraField.id === 0x5455) {
        // Info-ZIP "universal timestamp" extended field (`0x5455` aka `"UT"`).
        // See the Info-ZIP source code unix/unix.c:set_extra_field() and zipfile.c:ef_scan_ut_time().
        var data = extraField.data;
        if (data.length < 5) continue; // Too short.
        // The flags define which of the three fields are present: mtime, atime, ctime.
        // We only care about mtime.
        // Also, ctime is never included in practice.
        // And also, atime is only included in the local file header for some reason
        // despite the flags lying about its inclusion in the central header.
        var flags = data[0];
        var HAS_MTIME = 1;
        if (!(flags & HAS_MTIME)) continue; // This will realistically never happen.
        // Although the positions of all of the fields shift around depending on the presence of other fields,
        // mtime is always first if present, and that's the only one we care about.
        var posixTimestamp = data.readInt32LE(1);
        return new Date(posixTimestamp * 1000);
      } else if (extraField.id === 0x000a) {
        var data = extraField.data;
        if (data.length !== 32) continue; // The length is always the same.
        // 4 bytes reserved
        // 2 bytes Tag
        if (data.readUInt16LE(4) !== 1) continue; // Tag1 is actually the only defined Tag.
        // 2 bytes Size
        if (data.readUInt16LE(6) !== 24) continue; // Size is always 24.
        // 8 bytes Mtime
        var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
        // Convert from NTFS to POSIX milliseconds.
        // The big number below is the milliseconds between year 1601 and year 1970
        // (i.e. the negative POSIX timestamp of 1601-01-01 00:00:00Z)
        var millisecondsSince1970 = hundredNanoSecondsSince1601 / 10000 - 11644473600000;
        // Note on numeric precision: JavaScript Number objects lose precision above Number.MAX_SAFE_INTEGER,
        // and NTFS timestamps are typically much bigger than that limit.
        // (MAX_SAFE_INTEGER would represent 1629-07-17T23:58:45.475Z.)
        // However, we're losing precision in the conversion from 100nanosecond units to millisecond units anyway,
        // and the time at which we also lose 1-millisecond precision is year 275760, the JavaScript Date limit (by design).
        // Up through the year 2057, this conversion only drops 4 bits of precision,
        // which is well under the 13-14 bits ratio between the milliseconds and 100nanoseconds.
        return new Date(millisecondsSince1970);
      }
    }
  }

  // Fallback to non-extended encoding.
  return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
};

Entry.prototype.canDecodeFileData = function() {
  return (
    !this.isEncrypted() &&
    (this.compressionMethod === 0 || this.compressionMethod === 8)
  );
};
Entry.prototype.isEncrypted = function() {
  return (this.generalPurposeBitFlag & 0x1) !== 0;
};
Entry.prototype.isCompressed = function() {
  return this.compressionMethod === 8;
};

function LocalFileHeader() {
}

function dosDateTimeToDate(date, time, timezone) {
  var day = date & 0x1f; // 1-31
  var month = (date >> 5 & 0xf) - 1; // 1-12, 0-11
  var year = (date >> 9 & 0x7f) + 1980; // 0-128, 1980-2108

  var millisecond = 0;
  var second = (time & 0x1f) * 2; // 0-29, 0-58 (even numbers)
  var minute = time >> 5 & 0x3f; // 0-59
  var hour = time >> 11 & 0x1f; // 0-23

  if (timezone == null || timezone === "local") {
    return new Date(year, month, day, hour, minute, second, millisecond);
  } else if (timezone === "UTC") {
    return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
  } else {
    throw new Error("unrecognized options.timezone: " + options.timezone);
  }
}

function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
  var fileName = null;

  // check for Info-ZIP Unicode Path Extra Field (0x7075)
  // see https://github.com/thejoshwolfe/yauzl/issues/33
  for (var i = 0; i < extraFields.length; i++) {
    var extraField = extraFields[i];
    if (extraField.id === 0x7075) {
      if (extraField.data.length < 6) {
        // too short to be meaningful
        continue;
      }
      // Version       1 byte      version of this extra field, currently 1
      if (extraField.data.readUInt8(0) !== 1) {
        // > Changes may not be backward compatible so this extra
        // > field should not be used if the version is not recognized.
        continue;
      }
      // NameCRC32     4 bytes     File Name Field CRC32 Checksum
      var oldNameCrc32 = extraField.data.readUInt32LE(1);
      if (crc32(fileNameBuffer) !== oldNameCrc32) {
        // > If the CRC check fails, this UTF-8 Path Extra Field should be
        // > ignored and the File Name field in the header should be used instead.
        continue;
      }
      // UnicodeName   Variable    UTF-8 version of the entry File Name
      fileName = decodeBuffer(extraField.data.subarray(5), true);
      break;
    }
  }

  if (fileName == null) {
    // The typical case.
    var isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
    fileName = decodeBuffer(fileNameBuffer, isUtf8);
  }

  if (!strictFileNames) {
    // Allow backslash.
    fileName = fileName.replace(/\\/g, "/");
  }
  return fileName;
}

function validateFileName(fileName) {
  if (fileName.indexOf("\\") !== -1) {
    return "invalid characters in fileName: " + fileName;
  }
  if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) {
    return "absolute path: " + fileName;
  }
  if (fileName.split("/").indexOf("..") !== -1) {
    return "invalid relative path: " + fileName;
  }
  // all good
  return null;
}

function parseExtraFields(extraFieldBuffer) {
  var extraFields = [];
  var i = 0;
  while (i < extraFieldBuffer.length - 3) {
    var headerId = extraFieldBuffer.readUInt16LE(i + 0);
    var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
    var dataStart = i + 4;
    var dataEnd = dataStart + dataSize;
    if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
    var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
    extraFields.push({
      id: headerId,
      data: dataBuffer,
    });
    i = dataEnd;
  }
  return extraFields;
}

function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
  if (length === 0) {
    // fs.read will throw an out-of-bounds error if you try to read 0 bytes from a 0 byte file
    return setImmediate(function() { callback(null, newBuffer(0)); });
  }
  reader.read(buffer, offset, length, position, function(err, bytesRead) {
    if (err) return callback(err);
    if (bytesRead < length) {
      return callback(new Error("unexpected EOF"));
    }
    callback();
  });
}

util.inherits(AssertByteCountStream, Transform);
function AssertByteCountStream(byteCount) {
  Transform.call(this);
  this.actualByteCount = 0;
  this.expectedByteCount = byteCount;
}
AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
  this.actualByteCount += chunk.length;
  if (this.actualByteCount > this.expectedByteCount) {
    var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
    return cb(new Error(msg));
  }
  cb(null, chunk);
};
AssertByteCountStream.prototype._flush = function(cb) {
  if (this.actualByteCount < this.expectedByteCount) {
    var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
    return cb(new Error(msg));
  }
  cb();
};

util.inherits(RandomAccessReader, EventEmitter);
function RandomAccessReader() {
  EventEmitter.call(this);
  this.refCount = 0;
}
RandomAccessReader.prototype.ref = function() {
  this.refCount += 1;
};
RandomAccessReader.prototype.unref = function() {
  var self = this;
  self.refCount -= 1;

  if (self.refCount > 0) return;
  if (self.refCount < 0) throw new Error("invalid unref");

  self.close(onCloseDone);

  function onCloseDone(err) {
    if (err) return self.emit('error', err);
    self.emit('close');
  }
};
RandomAccessReader.prototype.createReadStream = function(options) {
  if (options == null) options = {};
  var start = options.start;
  var end = options.end;
  if (start === end) {
    var emptyStream = new PassThrough();
    setImmediate(function() {
      emptyStream.end();
    });
    return emptyStream;
  }
  var stream = this._readStreamForRange(start, end);

  var destroyed = false;
  var refUnrefFilter = new RefUnrefFilter(this);
  stream.on("error", function(err) {
    setImmediate(function() {
      if (!destroyed) refUnrefFilter.emit("error", err);
    });
  });
  installDestroyFn(refUnrefFilter, function() {
    stream.unpipe(refUnrefFilter);
    refUnrefFilter.unref();
    stream.destroy();
  });

  var byteCounter = new AssertByteCountStream(end - start);
  refUnrefFilter.on("error", function(err) {
    setImmediate(function() {
      if (!destroyed) byteCounter.emit("error", err);
    });
  });
  installDestroyFn(byteCounter, function() {
    destroyed = true;
    refUnrefFilter.unpipe(byteCounter);
    refUnrefFilter.destroy();
  });

  return stream.pipe(refUnrefFilter).pipe(byteCounter);
};
RandomAccessReader.prototype._readStreamForRange = function(start, end) {
  throw new Error("not implemented");
};
RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
  var readStream = this.createReadStream({start: position, end: position + length});
  var writeStream = new Writable();
  var written = 0;
  writeStream._write = function(chunk, encoding, cb) {
    chunk.copy(buffer, offset + written, 0, chunk.length);
    written += chunk.length;
    cb();
  };
  writeStream.on("finish", callback);
  readStream.on("error", function(error) {
    callback(error);
  });
  readStream.pipe(writeStream);
};
RandomAccessReader.prototype.close = function(callback) {
  setImmediate(callback);
};

util.inherits(RefUnrefFilter, PassThrough);
function RefUnrefFilter(context) {
  PassThrough.call(this);
  this.context = context;
  this.context.ref();
  this.unreffedYet = false;
}
RefUnrefFilter.prototype._flush = function(cb) {
  this.unref();
  cb();
};
RefUnrefFilter.prototype.unref = function(cb) {
  if (this.unreffedYet) return;
  this.unreffedYet = true;
  this.context.unref();
};

var cp437 = '\u0000☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';
function decodeBuffer(buffer, isUtf8) {
  if (isUtf8) {
    return buffer.toString("utf8");
  } else {
    var result = "";
    for (var i = 0; i < buffer.length; i++) {
      result += cp437[buffer[i]];
    }
    return result;
  }
}

function readUInt64LE(buffer, offset) {
  // There is no native function for this, because we can't actually store 64-bit integers precisely.
  // after 53 bits, JavaScript's Number type (IEEE 754 double) can't store individual integers anymore.
  // but since 53 bits is a whole lot more than 32 bits, we do our best anyway.
  // As of 2020, Node has added support for BigInt, which obviates this whole function,
  // but yauzl hasn't been updated to depend on BigInt (yet?).
  var lower32 = buffer.readUInt32LE(offset);
  var upper32 = buffer.readUInt32LE(offset + 4);
  // we can't use bitshifting here, because JavaScript bitshifting only works on 32-bit integers.
  return upper32 * 0x100000000 + lower32;
  // as long as we're bounds checking the result of this function against the total file size,
  // we'll catch any overflow errors, because we already made sure the total file size was within reason.
}

// Node 10 deprecated new Buffer().
var newBuffer;
if (typeof Buffer.allocUnsafe === "function") {
  newBuffer = function(len) {
    return Buffer.allocUnsafe(len);
  };
} else {
  newBuffer = function(len) {
    return new Buffer(len);
  };
}

// Node 8 introduced a proper destroy() implementation on writable streams.
function installDestroyFn(stream, fn) {
  if (typeof stream.destroy === "function") {
    // New API.
    stream._destroy = function(err, cb) {
      fn();
      if (cb != null) cb(err);
    };
  } else {
    // Old API.
    stream.destroy = fn;
  }
}

function defaultCallback(err) {
  if (err) throw err;
}


/***/ }),

/***/ 442:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ answerComparison)
});

// UNUSED EXPORTS: compareApart

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __nccwpck_require__(857);
// EXTERNAL MODULE: ./src/models/manifest.ts
var manifest = __nccwpck_require__(257);
// EXTERNAL MODULE: ./src/services/index.ts + 75 modules
var services = __nccwpck_require__(547);
// EXTERNAL MODULE: ./src/storage/json-parse.ts + 10 modules
var json_parse = __nccwpck_require__(448);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./src/actions/apart.ts
/** Work on what came from elsewhere, in a process of its own, which is given so much time and memory and no secrets. */




const MIB = 1024 ** 2;
const MINUTES = 5;
const MIN_MEMORY = 384 * MIB;
const MAX_MEMORY = 3072 * MIB;
/** Half of what the machine, or the container, has: the other half is for the run itself. */
function apart_defaultLimits(available = Math.min(process.constrainedMemory() || Infinity, totalmem())) {
    const memory = Math.min(MAX_MEMORY, Math.max(MIN_MEMORY, available / 2));
    return { ms: MINUTES * 60_000, memory: Math.round(memory) };
}
/** Of the variables of this process the child gets those without which Node does not start, and none with a secret. */
function plainEnvironment() {
    const names = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LANG'];
    return Object.fromEntries(names.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}
/** The work took more time or memory than it is given. */
class apart_WorkLimitError extends (/* unused pure expression or super */ null && (Error)) {
}
/**
 * Runs a task of src/main/inspect.ts.
 *
 * @param args of the task; the memory follows them
 * @throws WorkLimitError when it took too much; Error when it could not be run, or the reason of the signal
 */
async function apart_runApart(entry, args, { ms, memory }, signal) {
    signal.throwIfAborted();
    // What fits the child must fit this process, which reads it again: its heap is no smaller.
    const heap = Math.min(memory, getHeapStatistics().heap_size_limit);
    const child = spawn(process.execPath, [`--max-old-space-size=${Math.floor(heap / MIB)}`, entry, ...args, String(memory)], { stdio: 'ignore', env: plainEnvironment(), windowsHide: true });
    let stopped;
    const stop = (reason) => {
        stopped ??= reason;
        child.kill('SIGKILL');
    };
    const cancel = () => {
        stop('cancelled');
    };
    const timer = setTimeout(stop, ms, 'time');
    signal.addEventListener('abort', cancel);
    try {
        const code = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('close', resolve);
        });
        signal.throwIfAborted();
        if (stopped === 'time') {
            throw new apart_WorkLimitError(`it took longer than ${ms / 60_000} minutes to read`);
        }
        if (code === 1)
            throw new Error(`the process that reads what came from elsewhere failed: ${entry}`);
        if (code !== 0) {
            throw new apart_WorkLimitError(`it needs more than ${Math.floor(memory / MIB)} MiB of memory to be read`);
        }
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
    }
}
/** Where the bundle of src/main/inspect.ts is. @param bundle the one that runs, in the folder beside it */
function inspectBundle(bundle = '') {
    return join(dirname(bundle), '..', 'inspect', 'index.js');
}

;// CONCATENATED MODULE: ./src/actions/compare-apart.ts
/** Comparing in a process of its own: what a backup from elsewhere holds must not hold up the new one. */








const Proven = schemas/* object */.Ikc({ path: schemas/* string */.YjP(), manifest: manifest/* BackupManifest */.eV });
const Request = schemas/* object */.Ikc({
    bases: schemas/* tuple */.PVZ([Proven], Proven),
    lookBack: Proven.optional(),
    fresh: Proven,
    shrinkLimit: schemas/* number */.aig(),
});
/** The report is our own child's: it is shown as it is. */
const Result = schemas/* union */.KCZ([
    schemas/* object */.Ikc({
        report: schemas/* custom */.IeY(),
        losses: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
    }),
    schemas/* object */.Ikc({ failure: schemas/* string */.YjP() }),
]);
/**
 * Compares in a process each.
 *
 * @param entry path of the script that does it: the bundle of src/main/inspect.ts
 */
function compareApart(entry, limits = defaultLimits()) {
    return async (request, { signal, folder }) => {
        const [given, result] = [join(folder, 'compare.json'), join(folder, 'compared.json')];
        try {
            const { lookBack, ...others } = request;
            const written = { ...others, ...(lookBack && { lookBack }) };
            await writeFile(given, canonicalJson(written));
            await runApart(entry, ['compare', given, result], limits, signal);
            const told = Result.parse(JSON.parse(await readFile(result, 'utf8')));
            if ('failure' in told)
                throw new Error(told.failure);
            return told;
        }
        catch (error) {
            if (!(error instanceof WorkLimitError))
                throw error;
            const id = request.bases[0].manifest.backup_id;
            throw new Error(`${id} could not be compared with: ${error.message}`, { cause: error });
        }
        finally {
            await Promise.all([given, result].map((file) => rm(file, { force: true })));
        }
    };
}
/** What the child does: reads the request, and writes what comparing gave, or threw. */
async function answerComparison(given, result) {
    const { signal } = new AbortController();
    let answer;
    try {
        const { lookBack, ...request } = Request.parse((0,json_parse/* parseJson */.qF)(await (0,promises_.readFile)(given)));
        answer = await (0,services/* compareBackups */.fs)({ ...request, lookBack }, {
            signal,
            folder: '',
        });
    }
    catch (error) {
        answer = { failure: error.message };
    }
    await (0,promises_.writeFile)(result, JSON.stringify(answer));
}


/***/ }),

/***/ 592:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ writeInspection)
/* harmony export */ });
/* unused harmony export readInspection */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(857);
/* harmony import */ var _models_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(257);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(547);
/* harmony import */ var _storage_json_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(448);
/* harmony import */ var _storage_json_write_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(813);
/* harmony import */ var _storage_unzip_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(159);
/** What a child process found in an artifact, as a file for its parent: a line of JSON a backup, then one that ends it. */








const Line = zod__WEBPACK_IMPORTED_MODULE_6__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('good'),
        path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
        manifest: _models_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupManifest */ .eV,
        manifestSha256: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('damaged'),
        path: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
        problems: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
        unreadable: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY(),
        isLegacy: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY(),
    }),
    /** The artifact is to be passed over, or this machine could not open it. */
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('unsafe'), message: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('failed'), message: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('end') }),
]);
function lineOf({ path, verification }) {
    if (verification.verified) {
        const { manifest, manifestSha256 } = verification;
        return { kind: 'good', path, manifest, manifestSha256 };
    }
    const { problems, unreadable, isLegacy } = verification;
    return { kind: 'damaged', path, problems: [...problems], unreadable, isLegacy };
}
/** Writes what opening an artifact gave, or threw. */
async function writeInspection(file, inspect) {
    let lines;
    try {
        lines = [...(await inspect()).map(lineOf), { kind: 'end' }];
    }
    catch (error) {
        const kind = error instanceof _storage_unzip_js__WEBPACK_IMPORTED_MODULE_5__/* .UnsafeArchiveError */ .t ? 'unsafe' : 'failed';
        lines = [{ kind, message: error.message }];
    }
    const result = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'w');
    try {
        for (const line of lines) {
            // What zod read from JSON is JSON.
            await result.writeFile(`${(0,_storage_json_write_js__WEBPACK_IMPORTED_MODULE_7__/* .canonicalJson */ .dj)(line)}\n`);
        }
    }
    finally {
        await result.close();
    }
}
function backupOf(line) {
    const { path } = line;
    const id = parseBackupId(basename(path));
    if (id === undefined)
        throw new Error(`${path} is no backup's folder`);
    const place = { ...id, id: basename(path), path };
    if (line.kind === 'good') {
        const { manifest, manifestSha256 } = line;
        return { ...place, verification: { verified: true, manifest, manifestSha256 } };
    }
    const { problems, unreadable, isLegacy } = line;
    return { ...place, verification: { verified: false, problems, unreadable, isLegacy } };
}
/**
 * Reads what {@link writeInspection} wrote.
 *
 * @param maxBytes of the file: a part of the memory that reading may take
 * @throws UnsafeArchiveError, or Error as the child said; Error when it ended before it had written all
 */
async function readInspection(file, maxBytes) {
    if ((await stat(file)).size > maxBytes) {
        throw new UnsafeArchiveError('the manifests of its backups are too large together');
    }
    const bytes = await readFile(file);
    const backups = [];
    for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf('\n', start);
        const line = Line.parse(parseJson(bytes.subarray(start, end === -1 ? undefined : end)));
        if (line.kind === 'end')
            return backups;
        if (line.kind === 'unsafe')
            throw new UnsafeArchiveError(line.message);
        if (line.kind === 'failed')
            throw new Error(line.message);
        backups.push(backupOf(line));
        start = end + 1;
    }
    throw new Error('it ended early');
}


/***/ }),

/***/ 335:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ watchMemory)
});

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./src/actions/memory-watch.ts


const INTERVAL_MS = 50;
/**
 * Ends the process when it takes more memory than that, buffers and text outside of the heap among it, or when its parent is
 * gone. A thread of its own looks: the main one may be at work for long.
 *
 * @param bytes of resident memory
 */
async function watchMemory(bytes) {
    const source = `
    const { workerData, parentPort } = require('node:worker_threads');
    const parent = process.ppid;
    setInterval(() => {
      if (process.memoryUsage.rss() > workerData || process.ppid !== parent) {
        process.kill(process.pid, 'SIGKILL');
      }
    }, ${INTERVAL_MS});
    parentPort.postMessage('ready');
  `;
    const worker = new external_node_worker_threads_namespaceObject.Worker(source, { eval: true, workerData: bytes });
    await (0,external_node_events_namespaceObject.once)(worker, 'message');
    // It must not keep the process from ending.
    worker.unref();
}


/***/ }),

/***/ 650:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openArtifact)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(547);
/* harmony import */ var _storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(120);
/* harmony import */ var _storage_io_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(305);
/* harmony import */ var _storage_list_files_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(183);
/* harmony import */ var _storage_unzip_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(159);
/** Unpacking an artifact and proving the backups in it: in this process. */







/** The state of a smaller backup takes little memory, whatever is in it. */
const PROBE_BYTES = 16 * 1024 ** 2;
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);
async function sizeOf(folder) {
    let bytes = 0;
    for (const file of (await (0,_storage_list_files_js__WEBPACK_IMPORTED_MODULE_5__/* .listFiles */ .C)(folder)).files) {
        bytes += (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file))).size;
    }
    return bytes;
}
/** Reads what comparing would read, so that it is tried here first. */
async function probe({ path, verification }) {
    if (!verification.verified || (await sizeOf(path)) <= PROBE_BYTES)
        return;
    await (0,_services_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readProjectState */ .n6)(path, verification.manifest);
}
/** Opens an artifact without bounds of time and memory. */
const openArtifact = async (zip, folder, projectId, { signal }) => {
    try {
        await (0,_storage_unzip_js__WEBPACK_IMPORTED_MODULE_6__/* .unzip */ .$)(zip, folder, _storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .ARTIFACT_LIMITS */ .Wo);
        signal.throwIfAborted();
        const backups = await new _services_index_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupService */ .eB({ backupRoot: folder }).inspectBackups(projectId);
        for (const backup of backups)
            await probe(backup);
        return backups;
    }
    catch (error) {
        signal.throwIfAborted();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        const isFull = NO_ROOM.has((0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) ?? '');
        if (isFull)
            throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_6__/* .UnsafeArchiveError */ .t('there is no room on this disk to unpack it');
        if (error instanceof _storage_unzip_js__WEBPACK_IMPORTED_MODULE_6__/* .UnsafeArchiveError */ .t || !(0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isOfContent */ .LR)(error))
            throw error;
        throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_6__/* .UnsafeArchiveError */ .t(`it cannot be read: ${error.message}`);
    }
};


/***/ }),

/***/ 473:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_compare_apart_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(442);
/* harmony import */ var _actions_inspection_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(592);
/* harmony import */ var _actions_memory_watch_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(335);
/* harmony import */ var _actions_open_artifact_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(650);
/**
 * Works on what came from elsewhere for the process that started this one, which may stop it at any time:
 * `inspect open <zip> <folder> <project id> <result file> <bytes of memory>`, or
 * `inspect compare <request file> <result file> <bytes of memory>`.
 */




const [task, ...args] = process.argv.slice(2);
await (0,_actions_memory_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .watchMemory */ .z)(Number(args.at(-1)));
if (task === 'compare') {
    const [given = '', result = ''] = args;
    await (0,_actions_compare_apart_js__WEBPACK_IMPORTED_MODULE_0__/* .answerComparison */ .q)(given, result);
}
else {
    const [zip = '', folder = '', projectId = '', result = ''] = args;
    const { signal } = new AbortController();
    await (0,_actions_inspection_file_js__WEBPACK_IMPORTED_MODULE_1__/* .writeInspection */ .y)(result, () => (0,_actions_open_artifact_js__WEBPACK_IMPORTED_MODULE_3__/* .openArtifact */ .H)(zip, folder, projectId, { signal }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 257:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hp: () => (/* binding */ FORMAT_VERSION),
/* harmony export */   eV: () => (/* binding */ BackupManifest),
/* harmony export */   tc: () => (/* binding */ contentRules)
/* harmony export */ });
/* unused harmony exports SectionCoverage, WithheldSecret, WorkflowRun, BackupSource, PreviousBackup, ComparisonMark */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(377);
/** `manifest.json`: what a backup is, where it came from, and what it does not hold. */

const FORMAT_VERSION = 1;
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative();
const sha256 = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
/** One section of a project: how much of it was saved, or why it was not. */
const SectionCoverage = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    section: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['saved', 'not-licensed', 'failed', 'not-covered']),
    count,
    note: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
})
    .readonly();
/** A value that was left out because it is a secret; `place` is a JSON Pointer (RFC 6901) into project.json,
 * or after the name of another file and `#`. */
const WithheldSecret = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    section: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('withheld'),
    place: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Of a snapshot: an import writes what the file has over what is there, which is blank, or lacks the secret. */
    on_import: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('cleared').optional(),
})
    .readonly();
/** The workflow run that took the backup, as the runner names it. */
const WorkflowRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    workflow: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run_attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
})
    .readonly();
/** Where the state came from; `sha256` is that of the bytes of the file at `path`. */
const BackupSource = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['config-file', 'management-api']),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    sha256: sha256.optional(),
})
    .readonly();
/** The backup that another one was compared with, and the SHA-256 of its manifest.json: a link of the chain. */
const PreviousBackup = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ backup_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), manifest_sha256: sha256 })
    .readonly();
/**
 * How a backup stands to the ones before it. A backup that holds no such mark was made by release 1.0.0.
 *
 * - `compared`: with `previous`, and nothing was gone beyond the limit
 * - `first`: of an empty history
 * - `accepted`: by `allow-shrink`, whatever was gone, or with nothing to compare with
 * - `not-compared`: for the cause that is named; such a backup is never a base
 */
const ComparisonMark = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    outcome: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['compared', 'first', 'accepted', 'not-compared']),
    /** Of one that was not compared: switched off, the look-up failed, nothing fit, or the run has not come to it. */
    cause: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['off', 'look-up-failed', 'no-base', 'pending']).optional(),
    /** In words. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /** Of a partial backup: whether its sections count as those of a complete one do (`fail-on-partial: false`). */
    partial_accepted: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** Id of the oldest backup that a look back over several days may compare with: what was gone before was accepted. */
    horizon: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
})
    .readonly();
const BackupManifest = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    format_version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(FORMAT_VERSION),
    backup_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    project_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).readonly(),
    source: BackupSource,
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['complete', 'partial', 'suspect']),
    /** Why the backup is suspect, a sentence each. */
    status_reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).readonly().optional(),
    previous: PreviousBackup.optional(),
    comparison: ComparisonMark.optional(),
    /** What the backup was taken for, where it is none of the regular ones: it then stands outside of every line. */
    purpose: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /** Of a live project: `torn` when it moved while it was read. */
    consistency: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['consistent', 'torn']).optional(),
    /** By which rules secrets were withheld; absent: by those of release 1.0.0. */
    withheld_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    content_sha256: sha256,
    /** By which rules of noise the hash was made; see {@link contentRules}. */
    content_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    counts: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ tenants: count, flows: count }).readonly(),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([SectionCoverage, WithheldSecret])).readonly(),
    run: WorkflowRun.optional(),
})
    .readonly();
/** The number of the rules of noise that a backup's content hash was made by. Release 1.0.0 did not write it. */
function contentRules({ content_rules }) {
    return content_rules ?? 1;
}


/***/ }),

/***/ 547:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  eB: () => (/* reexport */ BackupService),
  fs: () => (/* reexport */ compareBackups),
  n6: () => (/* reexport */ readProjectState)
});

// UNUSED EXPORTS: DiffService, NOT_COMPARED_YET, ageOfLines, assessRisk, basesOf, checkGitTreePlace, commitMessage, compareNewestFirst, contentOfConfig, damagedHistory, decideRetention, findBrokenLinks, findDrift, findGaps, findShrink, haveSaved, isAcceptable, isBase, isFromFuture, isVerified, judgeUncompared, lineName, markCompared, missingSections, ofLine, oldestLine, parseBackupId, redactConfigContent, reportDiff, showLine, verifyBackup, withheldRule, withoutNewlyAsked, withoutNoise, writeGitTree

// EXTERNAL MODULE: ./src/storage/json-value.ts
var json_value = __nccwpck_require__(803);
// EXTERNAL MODULE: ./src/storage/json-write.ts
var json_write = __nccwpck_require__(813);
;// CONCATENATED MODULE: ./src/services/live-noise.ts


/**
 * The number of the newest rules of noise, which new backups are hashed by (`content_rules` of the manifest). A rule never
 * changes under its number: the hashes of backups that exist were made by it.
 */
const CONTENT_RULES = 2;
const SETS_1 = [
    'domains',
    'selfProvisioningDomains',
    'roleNames',
    'permissionNames',
    'permissions',
    'federatedAppIds',
    'enforceSSOExclusions',
    'successors',
    'defaultRoles',
    'keyTenants',
    'permittedIps',
    'tags',
];
const STAMPS_1 = ['componentsVersion', 'etag', 'modifiedTime'];
const SETS_2 = [
    'acsAllowedCallbacks',
    'allowedTenants',
    'approvedCallbackUrls',
    'approvedRedirectUrls',
    'audienceWhitelist',
    'claims',
    'defaultSSORoles',
    'defaultScopes',
    'editPermissions',
    'groups',
    'idpAdditionalCertificates',
    'prompt',
    'relations',
    'replyAllowedCallbacks',
    'roles',
    'scope',
    'targetLanguages',
    'translateTargetLangs',
    'triggeringEventTypes',
    'trustedDomains',
    'viewPermissions',
];
const SCOPE_VALUES = new Set(['values']);
const SETS_BELOW_2 = [
    ['permissionsScopes', SCOPE_VALUES],
    ['attributesScopes', SCOPE_VALUES],
    ['connectionsScopes', SCOPE_VALUES],
    ['references', new Set(['oauth', 'omitted', 'userAttributes', 'tenantAttributes'])],
];
/** `lastSuccessTestTime`, `lastRefreshTime`: what the service saw last is no configuration. */
const SEEN_LAST = /^last[A-Z]\w*Time$/;
const stamps = new Set(STAMPS_1);
const RULE_SETS = new Map([
    [
        1,
        {
            sets: new Set(SETS_1),
            setsBelow: new Map(),
            isStamp: (key) => stamps.has(key),
            hasListSets: false,
            dropsBlankSso: false,
        },
    ],
    [
        2,
        {
            sets: new Set([...SETS_1, ...SETS_2]),
            setsBelow: new Map(SETS_BELOW_2),
            isStamp: (key) => stamps.has(key) || SEEN_LAST.test(key),
            hasListSets: true,
            dropsBlankSso: true,
        },
    ],
]);
/** What customers fill as they like: nothing in it is a stamp or a set of ours. */
const CUSTOM = new Set([
    'customAttributes',
    'custom_attributes',
    'customClaims',
    'contents',
    'data',
    'template',
]);
/** Types of a list (`list/all`) that hold texts in no order; a list of type `json` holds anything. */
const LIST_TYPES_OF_SETS = ['texts', 'ips'];
/** Files of a snapshot that list things, each under one key of the file. */
const COLLECTION_FILE = /^(?:applications|outboundapps|roles|permissions|jwttemplates|lists|attributes)\.json$|^(?:connectors\/connectors|flows\/flows|styles\/styles|widgets\/widgets|widgets\/flows\/flows|assets\/assets)\.json$/;
/** What was built in an editor: contents and screens of flows, also of widgets. */
const EDITED_FILE = /^(?:widgets\/)?flows\/[^/]+\/(?!metadata\.json$)/;
function sorted(values) {
    return values
        .map((value) => ({ value, text: (0,json_write/* canonicalJson */.dj)(value) }))
        .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
        .map(({ value }) => value);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
/** Whether none of a tenant's SSO configurations says anything: there is but the default one, and nothing in it is filled. */
function isBlankSso(configurations) {
    return (Array.isArray(configurations) &&
        configurations.every((one) => {
            if (!(0,json_value/* isJsonObject */.OW)(one))
                return false;
            const { tenant: _repeated, ...own } = one;
            return (0,json_value/* isBlank */.z3)(own);
        }));
}
/** Takes away of a live project's values what says nothing of the configuration: stamps, and the order of sets. */
class Noise {
    #rules;
    /** @param version the number of the rules. @throws Error for rules that this release does not know */
    constructor(version) {
        const rules = RULE_SETS.get(version);
        if (rules === undefined) {
            throw new Error(`content rules ${version} are newer than this release can read`);
        }
        this.#rules = rules;
    }
    /** A value of the Management API. */
    value(value) {
        return this.#visit(value, undefined);
    }
    /** As {@link value}, of an object. */
    object(value) {
        return this.value(value);
    }
    /** The value of `resources/<section>.json`. */
    resource(section, value) {
        const kept = this.value(value);
        if (section !== 'tenant-sso' || !this.#rules.dropsBlankSso || !(0,json_value/* isJsonObject */.OW)(kept))
            return kept;
        const result = {};
        for (const [id, one] of Object.entries(kept))
            if (!isBlankSso(one))
                (0,json_value/* setOwn */.P5)(result, id, one);
        return result;
    }
    /** A JSON file of a snapshot; it may be a collection, which has no order either. */
    snapshotFile(path, content) {
        if (EDITED_FILE.test(path))
            return content;
        const value = this.value(content);
        if (!(0,json_value/* isJsonObject */.OW)(value) || !COLLECTION_FILE.test(path))
            return value;
        const result = {};
        for (const [key, child] of Object.entries(value)) {
            (0,json_value/* setOwn */.P5)(result, key, Array.isArray(child) ? sorted(child) : child);
        }
        return result;
    }
    /** @param more sets that hold here and below, because of the member that this stands under */
    #visit(value, more) {
        if (Array.isArray(value)) {
            return value.map((one) => this.#visit(one, more));
        }
        if (!(0,json_value/* isJsonObject */.OW)(value))
            return value;
        const { sets, setsBelow, isStamp } = this.#rules;
        const result = {};
        for (const [key, child] of Object.entries(value)) {
            if (isStamp(key))
                continue;
            if (CUSTOM.has(key)) {
                (0,json_value/* setOwn */.P5)(result, key, this.#custom(value, key, child));
                continue;
            }
            const kept = this.#visit(child, setsBelow.get(key) ?? more);
            const isSet = Array.isArray(kept) && (sets.has(key) || more?.has(key) === true);
            (0,json_value/* setOwn */.P5)(result, key, isSet ? sorted(kept) : kept);
        }
        return result;
    }
    #custom(parent, key, child) {
        const { type } = parent;
        const isSet = this.#rules.hasListSets &&
            key === 'data' &&
            type !== undefined &&
            LIST_TYPES_OF_SETS.includes(type) &&
            isTexts(child);
        return isSet ? sorted(child) : child;
    }
}
const NOISES = new Map();
/** @throws Error for rules that this release does not know */
function noiseOf(version) {
    const noise = NOISES.get(version) ?? new Noise(version);
    NOISES.set(version, noise);
    return noise;
}
/** By the newest rules, which every comparison applies to both sides. */
const NEWEST_NOISE = noiseOf(CONTENT_RULES);
/** A value of the Management API without noise, by the newest rules. */
function withoutNoise(value) {
    return NEWEST_NOISE.value(value);
}

// EXTERNAL MODULE: ./src/storage/json-parse.ts + 10 modules
var json_parse = __nccwpck_require__(448);
;// CONCATENATED MODULE: ./src/project/secrets/free-form.ts
/**
 * What is not searched for secrets by name, with the reason. Everything else is. The secrets of the run itself are looked for
 * here as well. docs/coverage.md repeats the reasons, and a test holds both together.
 */
const DESIGN = 'keys are names of colours, fonts and parts of a page';
const SCRIPTS = 'content of your own making, whose keys are names of steps, fields and variables';
const CLAIMS = 'keys are claims of your own, and values say where each comes from';
const DATA = 'the data of a list of your own';
/** Sections without files of their own, or whose file is free form as a whole. */
const FREE_SECTIONS = new Map([
    ['flows', SCRIPTS],
    ['theme', DESIGN],
]);
/** Folders below `snapshot/`. */
const FREE_FOLDERS = new Map([
    ['flows/', SCRIPTS],
    ['widgets/', SCRIPTS],
    ['styles/', DESIGN],
    ['assets/', 'files of your own making'],
]);
/** Members that are free form wherever they stand. */
const FREE_KEYS = new Map([
    ['customAttributes', 'attributes of your own'],
    ['customClaims', 'claims of your own'],
]);
/** Members that are free form in one section alone. */
const FREE_MEMBERS = new Map([
    ['lists', ['data', DATA]],
    ['snapshot/lists.json', ['data', DATA]],
    ['jwt-templates', ['template', CLAIMS]],
    ['snapshot/jwttemplates.json', ['template', CLAIMS]],
]);
/** Whether keys under this one are names of the customer's, in this place; without a place nothing is free form. */
function isFreeKey(key, place) {
    if (place === undefined)
        return false;
    return FREE_KEYS.has(key) || FREE_MEMBERS.get(place)?.[0] === key;
}
/** @param place a section, or the path of a file of the snapshot, `snapshot/...` */
function isFreePlace(place) {
    if (FREE_SECTIONS.has(place))
        return true;
    return [...FREE_FOLDERS.keys()].some((folder) => place.startsWith(`snapshot/${folder}`));
}

;// CONCATENATED MODULE: ./src/project/secrets/harmless-headers.ts
/**
 * Headers and parameters whose values are no secrets: what they are about is known. Every other value is withheld. Without
 * regard to case; docs/coverage.md repeats the list, and a test holds both together.
 */
const HARMLESS_HEADERS = new Set([
    'accept',
    'accept-charset',
    'accept-encoding',
    'accept-language',
    'access_type',
    'api-version',
    'audience',
    'cache-control',
    'content-encoding',
    'content-language',
    'content-length',
    'content-type',
    'display',
    'format',
    'grant_type',
    'hd',
    'host',
    'include_granted_scopes',
    'locale',
    'origin',
    'prompt',
    'resource',
    'response_mode',
    'response_type',
    'scope',
    'user-agent',
    'version',
    'x-api-version',
    'x-app',
    'x-correlation-id',
    'x-env',
    'x-environment',
    'x-region',
    'x-request-id',
    'x-requested-with',
    'x-service',
    'x-source',
    'x-team',
    'x-version',
]);
/** `Bearer ...`: a credential, under whatever name it is sent. */
const CREDENTIAL = /^\s*(?:basic|bearer|digest|negotiate|token|apikey|aws4-hmac-sha256)\s+\S/i;
/** Whether the value of a header or parameter may be shown. */
function isHarmlessHeader(name, value) {
    const isCredential = typeof value === 'string' && CREDENTIAL.test(value);
    return HARMLESS_HEADERS.has(name.trim().toLowerCase()) && !isCredential;
}

;// CONCATENATED MODULE: ./src/project/secrets/names.ts
/** Which names say that what stands under them is a secret. One rule: for what is saved, and for what is shown. */
/**
 * Keys that Descope's Terraform provider declares as sensitive, of connectors, sign-in methods, applications and access keys,
 * by the names of the provider and of the API. Without regard to case, `_` and `-`. docs/coverage.md repeats the list, and a
 * test holds both together.
 */
const DECLARED_SECRETS = new Set([
    'accesskey',
    'accesskeyid',
    'accesstoken',
    'apikey',
    'apisecret',
    'apitoken',
    'authtoken',
    'awsaccesskeyid',
    'awssecretaccesskey',
    'bearertoken',
    'bindpassword',
    'cacert',
    'cacertificate',
    'cleartext',
    'clientcert',
    'clientcertificate',
    'clientkey',
    'clientsecret',
    'hectoken',
    'hmacsecret',
    'httpsourceurl',
    'ingestionkey',
    'integrationkey',
    'nativeclientsecret',
    'passphrase',
    'password',
    'pemcert',
    'pemcertificate',
    'privatekey',
    'refreshtoken',
    'rfc9421privatekey',
    'sasecret',
    'secret',
    'secretaccesskey',
    'secretapikey',
    'secretkey',
    'serverapitoken',
    'serviceaccount',
    'serviceaccountjson',
    'serviceaccountkey',
    'serviceaccountsecret',
    'servicerolekey',
    'serviceroleapikey',
    'sessiontoken',
    'signingsecret',
    'supabaseservicerolekey',
    'token',
    'usersecret',
    'writekey',
]);
/** Declared as a secret by some connectors and as an ordinary field by others, whose imports take a blank as a value. */
const DECLARED_BY_SOME = new Set(['accesskeyid']);
/** What a name ends with that holds a secret, whatever stands before. */
const SECRET_WORDS = new Set([
    'apikey',
    'apikeys',
    'authorization',
    'cleartext',
    'cookie',
    'credential',
    'credentials',
    'pass',
    'passcode',
    'passphrase',
    'passwd',
    'password',
    'passwords',
    'pat',
    'plaintext',
    'privatekey',
    'pwd',
    'secret',
    'secrets',
    'token',
    'webhook',
]);
/** `...Key` is a secret, but for those that name a thing, or are public. */
const HARMLESS_KEYS = new Set([
    'attribute',
    'cache',
    'claim',
    'component',
    'context',
    'descope',
    'entity',
    'external',
    'field',
    'flow',
    'foreign',
    'form',
    'group',
    'index',
    'issue',
    'item',
    'label',
    'localization',
    'lookup',
    'map',
    'mapping',
    'message',
    'object',
    'order',
    'parent',
    'partition',
    'permission',
    'primary',
    'project',
    'property',
    'record',
    'resource',
    'role',
    'row',
    'schema',
    'screen',
    'site',
    'sort',
    'style',
    'template',
    'tenant',
    'text',
    'theme',
    'translation',
    'user',
]);
/** Sound like secrets, and stand in the source of every page that uses the service. */
const PUBLIC_NAMES = new Set(['projecttoken', 'sitekey']);
/** Words after a secret's name that say how it is written down: `privateKeyPem` is the private key. */
const FORMS = new Set([
    ...['b', 'base', 'data', 'encoded', 'encrypted', 'file', 'hash', 'hex', 'json', 'pem', 'raw'],
    ...['string', 'text', 'value', 'values'],
]);
const RUN_TOGETHER = /(?:secret|password|passwd|passphrase|passcode|token|credentials?|(?:api|access|private|secret|signing|encryption|shared|license|subscription|functions)keys?)$/;
/** The words of a name, in small letters: `rfc9421PrivateKey` has `rfc`, `9421`, `private` and `key`. */
function wordsOf(name) {
    const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\d+/gu) ?? [];
    return parts.map((word) => word.toLowerCase());
}
function joined(words) {
    return words.join('');
}
/** Words that mean something: a number at the end counts copies, and a form says how the secret is written. */
function meaningOf(name) {
    const words = wordsOf(name);
    while (words.length > 1 && /^\d+$/.test(words.at(-1) ?? ''))
        words.pop();
    while (words.length > 1 && FORMS.has(words.at(-1) ?? ''))
        words.pop();
    return words;
}
/** Whether a name is one of a secret field of Descope's own, which an import leaves alone where it is blank. */
function isDeclaredSecret(name) {
    const key = joined(wordsOf(name));
    return DECLARED_SECRETS.has(key) && !DECLARED_BY_SOME.has(key);
}
/** Most keys of a project are the same ones again and again. */
const MAX_KNOWN = 10_000;
const MAX_NAME = 200;
const known = new Map();
/**
 * Whether what stands under a name is a secret. `tokenUrl`, `keyId`, `publicKey` and `passwordPolicy` are none: the end of a name
 * says what it is.
 */
function isSecretName(name) {
    const before = known.get(name);
    if (before !== undefined)
        return before;
    const isSecret = saysSecret(name);
    if (known.size < MAX_KNOWN)
        known.set(name, isSecret);
    return isSecret;
}
function saysSecret(given) {
    // The end of a name says what it is, and a longer one is no name of Descope's.
    const name = given.slice(-MAX_NAME);
    const all = wordsOf(name);
    if (DECLARED_SECRETS.has(joined(all)))
        return true;
    if (all.includes('public') || PUBLIC_NAMES.has(joined(all)))
        return false;
    const words = meaningOf(name);
    const [last = '', before = ''] = [words.at(-1), words.at(-2)];
    if (DECLARED_SECRETS.has(joined(words)) || SECRET_WORDS.has(last))
        return true;
    if (/^(?:url|uri|address|endpoint)$/.test(last) && before === 'webhook')
        return true;
    if (/^keys?$/.test(last))
        return before !== '' && !HARMLESS_KEYS.has(before);
    return RUN_TOGETHER.test(joined(words).replace(/\d+$/, ''));
}

;// CONCATENATED MODULE: ./src/project/secrets/texts.ts
/** Secrets that are recognized by their form, in texts under any name. */

const PRIVATE_KEY = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?)-----[\s\S]*?(?:-----END \1-----|$)/g;
/** `-----BEGIN` in base64. */
const PEM_IN_BASE64 = /^\s*LS0tLS1CRUdJTi[A-Za-z0-9+/=_\s-]*$/;
const ADDRESS = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)([^\s"'<>`]+)/gi;
const PARAMETER = /([?&;#])([^=&;#?]+)=([^&;#]*)/g;
const CONNECTION = /^[\w\s.-]+=[^;]*(?:;[\w\s.-]+=[^;]*)+;?\s*$/;
const CONNECTION_PART = /(^|;)([\w\s.-]+)=([^;]*)/g;
/** What a program fills in: no secret itself. */
const PLACEHOLDER = /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\w+|%7B%7B[^{}%]*%7D%7D)?$/i;
const SIGNATURE = /^(?:sig|signature|x-amz-(?:signature|security-token|credential))$/i;
function hides(name, value) {
    return (isSecretName(name) || SIGNATURE.test(name.trim())) && !PLACEHOLDER.test(value);
}
/** User and password, and parameters with a name of a secret. */
function withoutCredentials(scheme, rest, mark) {
    const [, authority = '', more = ''] = /^([^/?#\\]*)(.*)$/s.exec(rest) ?? [];
    const at = authority.lastIndexOf('@');
    const user = authority.slice(0, Math.max(0, at));
    const host = authority.slice(at + 1);
    const isFilledIn = user.split(':').every((part) => PLACEHOLDER.test(part));
    const where = isFilledIn || host === '' ? authority : `${mark === '' ? '' : `${mark}@`}${host}`;
    const query = more.replace(PARAMETER, (all, sign, name, value) => hides(decode(name), value) ? `${sign}${name}=${mark}` : all);
    return `${scheme}${where}${query}`;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/**
 * Replaces private keys, user and password in addresses, secret parameters of addresses and of connection strings.
 *
 * @returns the very same text where there is none
 */
function withoutSecretForms(text, mark) {
    if (PEM_IN_BASE64.test(text)) {
        const decoded = Buffer.from(text, 'base64').toString('latin1');
        if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(decoded))
            return mark;
    }
    let result = text.includes('PRIVATE KEY') ? text.replace(PRIVATE_KEY, mark) : text;
    if (result.includes('://')) {
        result = result.replace(ADDRESS, (_all, scheme, rest) => withoutCredentials(scheme, rest, mark));
    }
    if (result.includes(';') && CONNECTION.test(result)) {
        result = result.replace(CONNECTION_PART, (all, sign, name, value) => hides(name, value) ? `${sign}${name}=${mark}` : all);
    }
    return result;
}
/** Where the texts in quotes begin and end, without their quotes; one that nothing ends is none. */
function quotedTexts(text) {
    const found = [];
    for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
        let end = at + 1;
        while (end < text.length && text[end] !== '"')
            end += text[end] === '\\' ? 2 : 1;
        if (end >= text.length)
            break;
        found.push([at + 1, end]);
        at = end + 1;
    }
    return found;
}
/**
 * The same for text that looks like JSON and is none, such as a template of it. One pass: such text can be long, and
 * made to be slow.
 */
function withoutSecretMembers(text, mark) {
    let result = '';
    let done = 0;
    let name = '';
    let last = 0;
    for (const [start, end] of quotedTexts(text)) {
        const value = text.slice(start, end);
        const isMember = last > 0 && text.slice(last + 1, start - 1).trim() === ':';
        if (isMember && value !== mark && hides(name, value)) {
            result += text.slice(done, start) + mark;
            done = end;
        }
        [name, last] = [value, end];
    }
    return result + text.slice(done);
}

;// CONCATENATED MODULE: ./src/project/secrets/withhold.ts
var _a;
/** Takes the secrets out of a value, and remembers where they were. */







/** The number of these rules, which the manifest has: a change of what is withheld is a new number. */
const WITHHELD_RULES = 2;
/** Stands where a secret was. */
const withhold_WITHHELD_MARK = '[withheld]';
const HEADERS = /^(?:headers?|params?|parameters?|cookies?)$/;
const NAMES = /^(?:mappings?|mapper|claims)$/;
/** Names of secrets that are also names of settings or of things: a map under one is no secret as a whole. */
const SETTINGS = /^(?:password|authorization|accesskeys?|webhook|oauth2clientcredentials)$/;
const NAME_MEMBERS = ['key', 'name', 'header'];
const VALUE_MEMBER = /^(?:values?|tokens?|secret|password|text|plaintext|hash)$/i;
/** Members of a header's entry that are neither its name nor its value. */
const HEADER_MEMBER = /^(?:id|type|description|enabled|disabled|required|operator|in|kind|encoding)$/i;
/** What a program fills in is no secret itself. */
const withhold_PLACEHOLDER = /^\{\{[^{}]*\}\}$/;
const MAX_JSON_DEPTH = 5;
function isText(value) {
    return typeof value === 'string';
}
/** What names the entry: `{"name": "X-Team", "value": "core"}`. */
function nameOf(object) {
    const isPair = Object.keys(object).some((key) => VALUE_MEMBER.test(key));
    return isPair
        ? NAME_MEMBERS.find((key) => Object.hasOwn(object, key) && isText(object[key]))
        : undefined;
}
/** Whether a member holds settings, not the secret that its name says. */
function isSettings(key, child) {
    if (!SETTINGS.test(wordsOf(key).join('')))
        return false;
    return ((0,json_value/* isJsonObject */.OW)(child) ||
        (Array.isArray(child) && child.some(json_value/* isJsonObject */.OW)));
}
/** No word that says anything is longer. */
const MAX_WORD = 40;
/** The last word of a key; only words in ASCII say anything here. */
function lastWord(key) {
    return /(?:[A-Z]?[a-z]+|[A-Z]+)$/.exec(key.slice(-MAX_WORD))?.[0].toLowerCase() ?? '';
}
function kindUnder(key, child, parent, place) {
    if (parent === 'free' || isFreeKey(key, place))
        return 'free';
    if (parent === 'secret')
        return 'secret';
    if (parent === 'names')
        return 'names';
    const last = lastWord(key);
    if (NAMES.test(last))
        return 'names';
    if (isSecretName(key) && !isSettings(key, child))
        return 'secret';
    if (HEADERS.test(last) && !(isText(child) && last === 'header'))
        return 'headers';
    return 'plain';
}
class Withholder {
    places = [];
    #options;
    #path = [];
    #depth;
    /** @param depth how many texts of JSON the value stands in */
    constructor(options, depth) {
        this.#options = options;
        this.#depth = depth;
    }
    #note() {
        const key = this.#path.findLast((step) => typeof step === 'string');
        this.places.push({
            path: [...this.#path],
            isDeclared: typeof key === 'string' && isDeclaredSecret(key),
        });
    }
    #at(step, child, kind) {
        this.#path.push(step);
        const result = this.visit(child, kind);
        this.#path.pop();
        return result;
    }
    visit(value, kind) {
        if (Array.isArray(value))
            return this.#list(value, kind);
        if ((0,json_value/* isJsonObject */.OW)(value))
            return this.#object(value, kind);
        const isNumber = typeof value === 'number' || value instanceof json_value/* ExactNumber */.fh;
        if (kind === 'secret' && (isNumber || (isText(value) && value !== ''))) {
            const { mark } = this.#options;
            if (value === mark || (isText(value) && withhold_PLACEHOLDER.test(value)))
                return value;
            this.#note();
            return mark;
        }
        return isText(value) ? this.#text(value, kind) : value;
    }
    #list(list, kind) {
        let changed;
        // A header as a list of its own: its name, then its values.
        const isTuple = kind === 'headers' && list.length > 1 && this.#isInList && list.every(isText);
        for (const [index, item] of list.entries()) {
            const isValue = isTuple && index > 0 && !isHarmlessHeader(list[0], item);
            const kept = this.#at(index, item, isValue ? 'secret' : kind);
            if (kept !== item)
                (changed ??= [...list])[index] = kept;
        }
        return changed ?? list;
    }
    get #isInList() {
        return typeof this.#path.at(-1) === 'number';
    }
    #object(object, kind) {
        const name = kind === 'free' ? undefined : nameOf(object);
        const isPair = name !== undefined || (this.#isInList && NAME_MEMBERS.some((key) => isText(object[key])));
        let changed;
        const keys = Object.keys(object);
        for (const key of keys) {
            const child = object[key];
            const safeKey = this.#safeKey(key, object, changed ?? {});
            const kept = this.#at(safeKey, child, this.#memberKind(object, key, { kind, name, isPair }));
            if (changed === undefined && (kept !== child || safeKey !== key)) {
                changed = this.#before(object, keys, key);
            }
            if (changed !== undefined)
                (0,json_value/* setOwn */.P5)(changed, safeKey, kept);
        }
        return changed ?? object;
    }
    /** A copy of the members that come before a key. */
    #before(object, keys, key) {
        const copy = {};
        for (const other of keys.slice(0, keys.indexOf(key))) {
            (0,json_value/* setOwn */.P5)(copy, other, object[other]);
        }
        return copy;
    }
    /** A key without the run's secrets, which takes no other key's place. */
    #safeKey(key, object, copy) {
        const safe = this.#options.own?.redact(key, withhold_WITHHELD_MARK) ?? key;
        if (safe === key)
            return key;
        let free = safe;
        for (let count = 2; Object.hasOwn(object, free) || Object.hasOwn(copy, free); count++) {
            free = `${safe} ${count}`;
        }
        this.places.push({ path: [...this.#path, free], isDeclared: false });
        return free;
    }
    #memberKind(object, key, { kind, name, isPair }) {
        const child = object[key];
        const { place } = this.#options;
        // A pair's name is a name, also below a key that holds a secret; whatever it is sent with is not.
        if (key === name && !isFreeKey(key, place))
            return 'plain';
        const isValue = VALUE_MEMBER.test(key);
        if (kind === 'headers') {
            if (!isPair)
                return isHarmlessHeader(key, child) ? 'plain' : 'secret';
            const isHarmless = name !== undefined && isHarmlessHeader(object[name], child);
            const isNamed = NAME_MEMBERS.includes(key) && name === undefined;
            if (isNamed || HEADER_MEMBER.test(key))
                return 'plain';
            return isHarmless ? 'plain' : 'secret';
        }
        else if (kind === 'plain' && isValue && name !== undefined) {
            const says = object[name];
            if (/^value$/i.test(key) && isSecretName(says) && !isHarmlessHeader(says, ''))
                return 'secret';
        }
        else if (kind === 'plain' && /^(?:value|plaintext|hash)$/i.test(key)) {
            // `{"password": {"value": ...}}`: a map of settings has no value.
            const above = this.#path.at(-1);
            if (typeof above === 'string' && isSecretName(above))
                return 'secret';
        }
        return kindUnder(key, child, kind, place);
    }
    #text(text, kind) {
        const safe = kind === 'free' ? text : this.#withoutSecrets(text, kind);
        const result = this.#options.own?.redact(safe, this.#ownMark(safe)) ?? safe;
        if (result !== text)
            this.#note();
        return result;
    }
    /** Within a text the place must be seen; a text that is all secret becomes what every secret becomes. */
    #ownMark(text) {
        return this.#options.own?.isSecret(text) === true ? this.#options.mark : withhold_WITHHELD_MARK;
    }
    #withoutSecrets(text, kind) {
        const { mark } = this.#options;
        if (kind === 'headers')
            return withoutHeaderValues(text, mark);
        const shaped = /^\s*[[{]/.test(text) ? this.#jsonText(text) : text;
        return withoutSecretForms(shaped, mark);
    }
    /** JSON in a text: what of it is no secret stays, as canonical JSON. */
    #jsonText(text) {
        const { mark } = this.#options;
        let value;
        try {
            value = (0,json_parse/* parseJson */.qF)(Buffer.from(text));
        }
        catch {
            return withoutSecretMembers(text, mark);
        }
        if (this.#depth >= MAX_JSON_DEPTH)
            return mark;
        const inner = new _a({ ...this.#options, own: undefined }, this.#depth + 1);
        const safe = inner.visit(value, 'plain');
        return inner.places.length > 0 ? (0,json_write/* canonicalJson */.dj)(safe) : text;
    }
}
_a = Withholder;
/** `Authorization: Bearer ...`, `a=1&token=...`: the names stay. A text that is a name alone is one. */
function withoutHeaderValues(text, mark) {
    if (text === '' || text === mark || /^[\w.-]+$/.test(text))
        return text;
    const sign = /^[\w.-]+\s*:/.test(text) ? ':' : '=';
    const separator = sign === ':' ? /(\r?\n)/ : /([&;]|\r?\n)/;
    return text
        .split(separator)
        .map((part, index) => {
        const at = part.indexOf(sign);
        if (index % 2 === 1 || part.trim() === '')
            return part;
        if (at === -1)
            return mark;
        const [name, value] = [part.slice(0, at), part.slice(at + 1)];
        const isBlank = value.trim() === '' || value.trim() === mark;
        return isBlank || isHarmlessHeader(name, value)
            ? part
            : `${name}${sign}${sign === ':' && mark !== '' ? ' ' : ''}${mark}`;
    })
        .join('');
}
/** Replaces every secret of a value. */
function withhold_withholdSecrets(value, options) {
    const withholder = new Withholder(options, 0);
    const safe = withholder.visit(value, options.isFree === true ? 'free' : 'plain');
    return { value: safe, places: withholder.places };
}

;// CONCATENATED MODULE: ./src/services/redact-content.ts


/** What a config file holds without the secrets of the run, and where these were. */
function redactConfigContent(content, own) {
    const withheld = [];
    const safe = (section, at, given) => {
        const { value, places } = withholdSecrets(given, { mark: WITHHELD_MARK, own, isFree: true });
        for (const { path } of places) {
            withheld.push({ section, status: 'withheld', place: `${at}${jsonPointer(path)}` });
        }
        // An object stays one.
        return value;
    };
    const tenants = content.tenants.map(({ id, unpack }, index) => {
        const config = safe('tenants', `/tenants/${index}/config`, unpack().config);
        return { id: own.redact(id, WITHHELD_MARK), unpack: () => ({ config }) };
    });
    const flows = content.flows.map(({ id, data }, index) => {
        const flow = safe('flows', `/flows/${index}/flow_data`, data.unpack());
        return { id: own.redact(id, WITHHELD_MARK), data: { unpack: () => flow } };
    });
    const config = safe('config', '/config', content.config);
    return { content: { ...content, tenants, flows, config }, withheld };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./src/models/map.ts

function isMap(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}
/** A map of anything. Unlike z.record it does not copy, so that a `__proto__` key is not lost, nor time. */
const map = schemas/* custom */.IeY(isMap, { error: 'must be a map' });

;// CONCATENATED MODULE: ./src/models/config.ts
/**
 * The config file of descope-mgmt: the part of a Descope project that a team keeps as code.
 *
 * The schemas validate and nothing more. What is stored is the value that was parsed, because an object that
 * zod rebuilds loses a `__proto__` key; unknown keys are allowed everywhere and kept.
 */


/** 1 to 100 Unicode code points, as Python counts them. */
const NAME = /^.{1,100}$/su;
const TENANT_ID = /^[a-z0-9-]{3,50}$/;
/** The last part is letters, or the ASCII form of another script, such as xn--p1ai. */
const DOMAIN = /^(?:[a-zA-Z0-9-]+\.)+(?:[a-zA-Z]{2,}|[xX][nN]--[a-zA-Z0-9-]*[a-zA-Z0-9])$/;
const config_name = schemas/* string */.YjP().regex(NAME, 'must be 1 to 100 characters long');
/** One tenant (customer organisation). */
const TenantConfig = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP().regex(TENANT_ID, 'must be 3 to 50 characters out of a-z, 0-9 and "-"'),
    name: config_name,
    domains: schemas/* array */.YOg(schemas/* string */.YjP().regex(DOMAIN, 'must be a domain name such as acme.com'))
        .readonly()
        .default([]),
    self_provisioning: schemas/* boolean */.zMY().default(false),
    custom_attributes: map.default({}),
})
    .readonly();
/** One sign-in flow, made from a template. */
const FlowConfig = schemas/* looseObject */._H3({
    template: schemas/* string */.YjP().min(1, 'must not be empty'),
    name: config_name,
    enabled: schemas/* boolean */.zMY().default(true),
    config: map.default({}),
    id: schemas/* string */.YjP().min(1, 'must not be empty').optional(),
})
    .readonly();
/** The whole file. `auth` is recognised so that it can be left out of every backup. */
const DescopeConfig = schemas/* looseObject */._H3({
    version: schemas/* string */.YjP().min(1, 'must not be empty'),
    auth: schemas/* unknown */.L5J().optional(),
    environments: map.optional(),
    tenants: schemas/* array */.YOg(TenantConfig).readonly().default([]),
    flows: schemas/* array */.YOg(FlowConfig).readonly().default([]),
})
    .readonly();
/**
 * The id under which a flow is saved: its own, else its name as a slug (`MFA Login` gives `mfa-login`).
 * Empty when the name has no letter or digit of ASCII.
 */
function flowId(flow) {
    return (flow.id ??
        flow.name
            .normalize('NFKD')
            .replace(/\p{Mark}/gu, '')
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, ''));
}

;// CONCATENATED MODULE: ./src/services/project-content.ts

/** What a config file holds. Its `auth` is left out: it is never stored. */
function contentOfConfig(config) {
    const { auth, tenants, flows, ...others } = config;
    return {
        tenants: tenants.map((tenant) => ({
            id: tenant.id,
            unpack: () => ({ config: tenant }),
        })),
        flows: flows.map((flow) => ({ id: flowId(flow), data: { unpack: () => flow } })),
        config: others,
        resources: new Map(),
        snapshot: new Map(),
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat: io_util_lstat, mkdir: io_util_mkdir, open: io_util_open, readdir: io_util_readdir, rename: io_util_rename, rm: io_util_rm, rmdir, stat: io_util_stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield io_util_stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield io_util_stat(fsPath) : yield io_util_lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield io_util_stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield io_util_stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path.dirname(filePath);
                        const upperName = path.basename(filePath).toUpperCase();
                        for (const actualName of yield io_util_readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        (0,external_assert_namespaceObject.ok)(fsPath, 'a path argument must be provided');
        yield io_util_mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (ioUtil.IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (ioUtil.IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (ioUtil.isRooted(tool)) {
            const filePath = yield ioUtil.tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield ioUtil.tryGetExecutablePath(path.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
// EXTERNAL MODULE: ./src/models/manifest.ts
var models_manifest = __nccwpck_require__(257);
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __nccwpck_require__(305);
;// CONCATENATED MODULE: ./src/storage/durable-files.ts



/** Text is collected to about this many UTF-16 code units before it is hashed and written. */
const CHUNK_LENGTH = 256 * 1024;
/** Bytes that are asked for at once. */
const READ_SIZE = 1024 * 1024;
async function writeChunks(file, text) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    // One write is under way while the next chunk is made: the disk and the processor work at the same time.
    let written = Promise.resolve();
    const flush = async (chunk) => {
        const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
        hash.update(bytes);
        await written;
        written = file.writeFile(bytes);
        // It is awaited with the next chunk; until then a failure must not count as unhandled.
        written.catch(() => undefined);
    };
    let chunk = '';
    for (const piece of text) {
        if (typeof piece !== 'string') {
            await flush(chunk);
            await flush(piece);
            chunk = '';
            continue;
        }
        chunk += piece;
        if (chunk.length >= CHUNK_LENGTH) {
            await flush(chunk);
            chunk = '';
        }
    }
    await flush(chunk);
    await written;
    return hash.digest('hex');
}
/**
 * Writes a file from pieces of text or bytes, replacing one that is there, and starts to flush it to the disk. The caller may work on
 * while the disk does.
 */
async function writeText(path, text) {
    const file = await (0,promises_.open)(path, 'w');
    try {
        const sha256 = await writeChunks(file, text);
        const durable = file.sync().finally(() => file.close());
        // Until the caller awaits it, a failure must not count as unhandled.
        durable.catch(() => undefined);
        return { sha256, durable };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** Writes a file as {@link writeText} does, and returns its hexadecimal SHA-256 once the disk has it. */
async function writeDurably(path, text) {
    const { sha256, durable } = await writeText(path, text);
    await durable;
    return sha256;
}
/**
 * Reads a file in chunks and hashes it on the way: each chunk while the next one is being read.
 *
 * @param onChunk is called with each chunk in order; its memory is used again for the one after the next
 * @returns hexadecimal SHA-256 of the file
 */
async function readChunks(path, onChunk) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const { size } = await file.stat();
        const chunkSize = Math.max(1, Math.min(READ_SIZE, size));
        let [free, other] = [Buffer.allocUnsafe(chunkSize), Buffer.allocUnsafe(chunkSize)];
        const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
        let read = await file.read(free, 0, chunkSize);
        while (read.bytesRead > 0) {
            const chunk = free.subarray(0, read.bytesRead);
            [free, other] = [other, free];
            const next = file.read(free, 0, chunkSize);
            // Should onChunk throw, nobody is left who waits for it.
            next.catch(() => undefined);
            hash.update(chunk);
            onChunk(chunk);
            read = await next;
        }
        return hash.digest('hex');
    }
    finally {
        await file.close();
    }
}
/** Reads a whole file and hashes it. */
async function durable_files_readHashed(path) {
    const chunks = [];
    const sha256 = await readChunks(path, (chunk) => chunks.push(Buffer.from(chunk)));
    const [only, ...more] = chunks;
    return { bytes: more.length === 0 ? (only ?? Buffer.alloc(0)) : Buffer.concat(chunks), sha256 };
}
/**
 * Flushes a folder's list of entries to the disk. Windows cannot open folders, and some network file systems
 * refuse to flush them: there the entries are as durable as the system makes them.
 */
async function syncDirectory(path) {
    if (process.platform === 'win32')
        return;
    const directory = await (0,promises_.open)(path, 'r');
    try {
        await directory.sync();
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) !== 'EINVAL' && (0,io_errors/* errorCode */.CA)(error) !== 'ENOTSUP')
            throw error;
    }
    finally {
        await directory.close();
    }
}

;// CONCATENATED MODULE: ./src/storage/atomic-directory.ts





/** How the names of folders begin that are being written, and of folders that are being removed. */
const STAGING_PREFIX = '.tmp-';
const TRASH_PREFIX = '.trash-';
/** The names that {@link leftoverName} gives; a label is a dated folder's name. */
const LEFTOVER = /^\.(?:tmp|trash)-\d{8}_\d{6}(?:_\d+)?(?:-[0-9a-f]{8})?$/;
/** A name for a folder that is being written or removed, which no other process picks. */
function leftoverName(prefix, label) {
    return `${prefix}${label}-${(0,external_node_crypto_namespaceObject.randomBytes)(4).toString('hex')}`;
}
/** Whether a name is one that this tool gives to folders while it writes or removes them. */
function isLeftoverName(name) {
    return LEFTOVER.test(name);
}
/** Whether anything at all is there, a link that leads nowhere included. */
async function atomic_directory_exists(path) {
    try {
        await (0,promises_.lstat)(path);
        return true;
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
            return false;
        throw error;
    }
}
/**
 * Makes a temporary folder beside the one that is to be, and lets `fill` write it and publish it under its real
 * name. When that fails, no temporary folder is left, short of a killed process.
 */
async function withStagingDirectory(parent, label, fill) {
    const staging = (0,external_node_path_.join)(parent, leftoverName(STAGING_PREFIX, label));
    await (0,promises_.mkdir)(staging);
    try {
        return await fill(staging);
    }
    catch (error) {
        await (0,promises_.rm)(staging, { recursive: true, force: true, maxRetries: 3 });
        throw error;
    }
}
/**
 * Gives a finished folder its real name in one step: whoever sees the name sees the whole folder.
 *
 * @returns false when the name is taken, in which case nothing has changed
 */
async function publishDirectory(staging, target) {
    await syncDirectory(staging);
    try {
        // Renaming onto an empty folder would succeed and replace it: anything that is there keeps its name.
        if (await atomic_directory_exists(target))
            return false;
        await (0,promises_.rename)(staging, target);
    }
    catch (error) {
        // Another process may have taken the name since. Systems differ in how they say so.
        const taken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES'];
        if (taken.includes((0,io_errors/* errorCode */.CA)(error) ?? '') && (await atomic_directory_exists(target)))
            return false;
        throw error;
    }
    await syncDirectory((0,external_node_path_.dirname)(target));
    return true;
}
/** Whether {@link replaceDirectory} is at work on a folder of this name, which may lack its name for a moment. */
async function isBeingReplaced(parent, name) {
    const names = await (0,promises_.readdir)(parent);
    return names.some((other) => other.startsWith(`${TRASH_PREFIX}${name}-`));
}
/**
 * Puts a finished folder in the place of another one, which is removed. Between the two renames neither has the name: a
 * process killed just then leaves both under temporary names.
 *
 * @param label goes into the temporary name of the old folder: its own name
 * @throws when the new folder could not get the name; then the old one has it again
 */
async function replaceDirectory(staging, target, label) {
    await syncDirectory(staging);
    const trash = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), leftoverName(TRASH_PREFIX, label));
    await (0,promises_.rename)(target, trash);
    try {
        await (0,promises_.rename)(staging, target);
    }
    catch (error) {
        await (0,promises_.rename)(trash, target);
        throw error;
    }
    await syncDirectory((0,external_node_path_.dirname)(target));
    // What stays of it is swept later, as after a killed run: the new folder is in place all the same.
    await (0,promises_.rm)(trash, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./src/storage/checksums.ts

/** The file that lists the SHA-256 of every other file of its folder, as `sha256sum` writes and checks it. */
const CHECKSUMS_FILE = 'SHA256SUMS';
/** Lower-case hexadecimal SHA-256. */
function checksums_sha256(data) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(data).digest('hex');
}
/**
 * @param sums relative path (forward slashes) to hexadecimal SHA-256
 * @returns the text of a SHA256SUMS file, sorted by path
 */
function formatChecksums(sums) {
    return [...sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, sum]) => `${sum}  ${path}\n`)
        .join('');
}
const LINE = /^([0-9a-f]{64}) [ *](.+)$/s;
/**
 * @returns relative path to hexadecimal SHA-256
 * @throws Error that names the line which is not of sha256sum's form, or names a file a second time
 */
function parseChecksums(text) {
    const sums = new Map();
    const lines = text.split('\n');
    if (lines.pop() !== '')
        throw new Error(`${CHECKSUMS_FILE} does not end with a line break`);
    for (const [index, line] of lines.entries()) {
        const [, sum, path] = LINE.exec(line) ?? [];
        if (sum === undefined || path === undefined || sums.has(path)) {
            throw new Error(`${CHECKSUMS_FILE}, line ${index + 1}: not a sum that sha256sum wrote`);
        }
        sums.set(path, sum);
    }
    return sums;
}

;// CONCATENATED MODULE: ./src/storage/copy-files.ts



/** A second name takes no room and no time, but not every file system gives one. */
async function linkOrCopy(from, to) {
    try {
        await (0,promises_.link)(from, to);
    }
    catch {
        await copyDurably(from, to);
    }
}
async function copyDurably(from, to) {
    await (0,promises_.copyFile)(from, to);
    const file = await (0,promises_.open)(to, 'r+');
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}
/**
 * Puts files of one folder into another, which is flushed to the disk but for its own list of entries.
 *
 * @param files relative paths with forward slashes
 * @param how `link` gives the same bytes a second name where the file system can; both must then never be written to
 */
async function copyFiles(from, to, files, how) {
    const folders = new Set();
    for (const file of files) {
        for (let parent = (0,external_node_path_.dirname)(file); parent !== '.'; parent = (0,external_node_path_.dirname)(parent))
            folders.add(parent);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(to, file)), { recursive: true });
        await (how === 'link' ? linkOrCopy : copyDurably)((0,external_node_path_.join)(from, file), (0,external_node_path_.join)(to, file));
    }
    for (const folder of folders)
        await syncDirectory((0,external_node_path_.join)(to, folder));
}

// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __nccwpck_require__(183);
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./src/storage/archive-limits.ts
var archive_limits = __nccwpck_require__(120);
;// CONCATENATED MODULE: ./src/services/backup-id.ts
const backup_id_NAME = /^(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})(?:_([1-9]\d{0,8}))?$/;
/** ISO 8601 in UTC, to the second: `2026-11-22T03:00:00Z`. */
function formatTimestamp(time) {
    return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
function formatBackupId({ time, sequence }) {
    const name = formatTimestamp(time).replace(/[-:Z]/g, '').replace('T', '_');
    return sequence === 1 ? name : `${name}_${sequence}`;
}
/** The whole second that a moment lies in. */
function wholeSecond(time) {
    return Math.floor(time / 1000) * 1000;
}
/**
 * Reads a folder's name.
 *
 * @returns undefined for every name that {@link formatBackupId} does not give, such as `20260231_000000`: there
 * is no 31 February
 */
function parseBackupId(name) {
    const match = backup_id_NAME.exec(name);
    if (match === null)
        return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
        .slice(1, 7)
        .map(Number);
    const id = {
        time: Date.UTC(year, month - 1, day, hour, minute, second),
        sequence: match[7] === undefined ? 1 : Number(match[7]),
    };
    return formatBackupId(id) === name ? id : undefined;
}
/** Orders newest first. */
function compareNewestFirst(a, b) {
    return b.time - a.time || b.sequence - a.sequence;
}

;// CONCATENATED MODULE: ./src/services/content-hash.ts




/** Entries are joined into pieces of about this length before they are hashed. */
const PIECE_LENGTH = 64 * 1024;
/** A tenant's domains are a set: their order says nothing. */
function withSortedDomains(config) {
    const domains = config['domains'];
    return Array.isArray(domains) && domains.length > 1
        ? { ...config, domains: [...domains].sort() }
        : config;
}
function hashedTenant(id, { config, data }, { contentRules }) {
    const text = (0,json_write/* canonicalJson */.dj)({
        config: withSortedDomains(config),
        ...(data !== undefined && { tenant_data: noiseOf(contentRules).object(data) }),
        tenant_id: id,
    });
    return { id, text };
}
/** What is large counts through the hash of its own canonical JSON: its text need not be kept until all is read. */
function digestOf(value) {
    return `sha256:${checksums_sha256((0,json_write/* canonicalJson */.dj)(value))}`;
}
function hashedFlow(id, data, { type, contentRules }) {
    const content = type === 'management-api' ? digestOf(noiseOf(contentRules).object(data)) : data;
    return { id, text: (0,json_write/* canonicalJson */.dj)({ flow_data: content, flow_id: id }) };
}
function hashedResource(section, value, { contentRules }) {
    const kept = noiseOf(contentRules).resource(section, value);
    return {
        id: section,
        text: `${JSON.stringify(section)}:${JSON.stringify(digestOf(kept))}`,
    };
}
function hashedSnapshotFile(path, content, { contentRules }) {
    const text = Buffer.isBuffer(content)
        ? JSON.stringify(`sha256:${checksums_sha256(content)}`)
        : JSON.stringify(digestOf(noiseOf(contentRules).snapshotFile(path, content)));
    return { id: path, text: `${JSON.stringify(path)}:${text}` };
}
/** Orders ids by UTF-16 code units, as canonical JSON orders keys. */
function compareIds(a, b) {
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
/** Orders entries by their ids, and those of one id by their texts. */
function compareEntries(a, b) {
    return compareIds(a, b) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
function* content_hash_joined(open, entries, close) {
    yield open;
    let comma = '';
    for (const { text } of entries) {
        yield comma + text;
        comma = ',';
    }
    yield close;
}
function* pieces({ flows, resources, snapshot, tenants }) {
    yield* content_hash_joined('{"flows":[', flows, '],');
    if (resources.length > 0)
        yield* content_hash_joined('"resources":{', resources, '},');
    if (snapshot.length > 0)
        yield* content_hash_joined('"snapshot":{', snapshot, '},');
    yield* content_hash_joined('"tenants":[', tenants, ']}');
}
/**
 * The hash of what was saved: SHA-256 over the canonical JSON of
 * `{"flows":[{"flow_data","flow_id"}],"tenants":[{"config","tenant_id"}]}`, with `resources` and `snapshot` in between
 * where there are any. Times, metadata and the order of keys do not count. docs/format.md defines it to the byte.
 *
 * @returns hexadecimal SHA-256
 */
function contentSha256(content) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    let text = '';
    for (const piece of pieces(content)) {
        text += piece;
        if (text.length < PIECE_LENGTH)
            continue;
        hash.update(text);
        text = '';
    }
    return hash.update(text).digest('hex');
}
/** The content hash of what is about to be saved. */
function hashContent({ tenants, flows, resources, snapshot }, rules) {
    // Made one by one as they are hashed: all of their texts at once would double the memory.
    function* inOrder(items, toEntry) {
        let alike = [];
        for (const item of [...items].sort(compareIds)) {
            if (alike[0] !== undefined && alike[0].id !== item.id) {
                yield* alike.sort(compareEntries);
                alike = [];
            }
            alike.push(toEntry(item));
        }
        yield* alike.sort(compareEntries);
    }
    return contentSha256({
        tenants: inOrder(tenants, ({ id, unpack }) => hashedTenant(id, unpack(), rules)),
        flows: inOrder(flows, ({ id, data }) => hashedFlow(id, data.unpack(), rules)),
        resources: [...resources]
            .map(([section, value]) => hashedResource(section, value, rules))
            .sort(compareIds),
        snapshot: [...snapshot]
            .map(([path, file]) => hashedSnapshotFile(path, Buffer.isBuffer(file) ? file : file.unpack(), rules))
            .sort(compareIds),
    });
}

// EXTERNAL MODULE: ./src/storage/safe-names.ts
var safe_names = __nccwpck_require__(369);
;// CONCATENATED MODULE: ./src/services/written-size.ts



const ADVICE = 'it could not be read back: save less of the project (input sections)';
/** @throws Error when a path of a backup is longer or deeper than what is read back */
function requireReadablePath(path) {
    const reason = (0,archive_limits/* pathSizeProblem */.Qq)(path);
    if (reason !== undefined) {
        throw new Error(`${JSON.stringify(path)} cannot be a path: ${reason}, and ${ADVICE}`);
    }
}
/**
 * @param path of a file of the backup that is being written in the folder
 * @throws Error when it is larger than what is read back
 */
async function requireReadableSize(folder, path) {
    const reason = (0,archive_limits/* fileSizeProblem */.$L)(path, (await (0,promises_.lstat)((0,external_node_path_.join)(folder, path))).size);
    if (reason !== undefined)
        throw new Error(`${path}: ${reason}, and ${ADVICE}`);
}

;// CONCATENATED MODULE: ./src/services/other-files.ts






/** Folders of a backup, as prefixes of its paths. */
const RESOURCES_FOLDER = 'resources/';
const SNAPSHOT_FOLDER = 'snapshot/';
function other_files_isJsonFile(path) {
    return path.endsWith('.json');
}
/** A snapshot is written as Descope's own command line tool, a Go program, writes it. */
function formatFile(path, content) {
    const text = `${(0,json_write/* formatJson */.IB)(content.unpack())}\n`;
    return path.startsWith(SNAPSHOT_FOLDER) ? (0,json_write/* escapeAsGo */.Et)(text) : text;
}
/**
 * Writes the files of a backup other than project.json: sections of a live project and its snapshot, JSON with two
 * spaces, sorted keys and a line break at the end, as Descope's own command line tool writes a snapshot.
 *
 * @returns relative path to hexadecimal SHA-256
 * @throws Error for a path that is not safe on every system, and for what is larger than what is read back
 */
async function writeOtherFiles(folder, { resources, snapshot }) {
    const files = new Map();
    for (const [section, value] of resources) {
        files.set(`${RESOURCES_FOLDER}${section}.json`, { unpack: () => value });
    }
    for (const [path, content] of snapshot)
        files.set(`${SNAPSHOT_FOLDER}${path}`, content);
    const sums = new Map();
    const folders = new Set();
    for (const [path, content] of files) {
        requireReadablePath(path);
        const reason = (0,safe_names/* unsafePathReason */.m)(path);
        if (reason !== undefined)
            throw new Error(`${JSON.stringify(path)} cannot be a path: ${reason}`);
        const target = (0,external_node_path_.join)(folder, path);
        for (let parent = (0,external_node_path_.dirname)(path); parent !== '.'; parent = (0,external_node_path_.dirname)(parent))
            folders.add(parent);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        const data = Buffer.isBuffer(content) ? content : formatFile(path, content);
        sums.set(path, await writeDurably(target, [data]));
        await requireReadableSize(folder, path);
    }
    for (const parent of folders)
        await syncDirectory((0,external_node_path_.join)(folder, parent));
    return sums;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __nccwpck_require__(377);
;// CONCATENATED MODULE: ./src/models/backup.ts
/** `project.json`: what was saved. Field names are those of the original Python tool, which can read the file. */


/** A tenant as it was saved: a TenantConfig without its patterns, which a live project need not keep to. */
const SavedTenant = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    domains: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
    self_provisioning: schemas/* boolean */.zMY(),
    custom_attributes: map,
})
    .readonly();
/** When, of what and by which version of the tool. `timestamp` is ISO 8601 in UTC, to the second. */
const BackupMetadata = schemas/* looseObject */._H3({
    timestamp: iso/* datetime */.w$(),
    project_id: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    tool_version: schemas/* string */.YjP().default('1.0.0'),
})
    .readonly();
const TenantBackup = schemas/* looseObject */._H3({
    tenant_id: schemas/* string */.YjP(),
    config: SavedTenant,
    /** The Management API's answer as it came; a backup of a config file has none. */
    tenant_data: map.optional(),
    metadata: BackupMetadata,
})
    .readonly();
const FlowBackup = schemas/* looseObject */._H3({
    flow_id: schemas/* string */.YjP(),
    flow_data: map,
    metadata: BackupMetadata,
})
    .readonly();
const ProjectBackup = schemas/* looseObject */._H3({
    project_id: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    tenants: schemas/* array */.YOg(TenantBackup).readonly(),
    flows: schemas/* array */.YOg(FlowBackup).readonly(),
    metadata: BackupMetadata,
    /** The rest of the config file: `version`, `environments` and unknown top-level keys. */
    config: map.optional(),
})
    .readonly();

;// CONCATENATED MODULE: ./src/services/project-file.ts
/** project.json: written piece by piece, and read back without holding all of it as objects at once. */




const PROJECT_FILE = 'project.json';
/** How often {@link ProjectFileOptions.onProgress} hears of the work, in tenants and flows. */
const PROGRESS_STEP = 1000;
/** The text of project.json, in pieces. */
function* formatProject({ tenants, flows, config }, metadata, { onProgress, signal } = {}) {
    const total = tenants.length + flows.length;
    let done = 0;
    const advance = () => {
        if (++done % PROGRESS_STEP !== 0)
            return;
        signal?.throwIfAborted();
        onProgress?.(done, total);
    };
    const entryMetadata = (0,json_write/* formatJson */.IB)(metadata, 6);
    yield '{\n';
    yield `  "project_id": ${JSON.stringify(metadata.project_id)},\n`;
    yield `  "environment": ${JSON.stringify(metadata.environment)},\n`;
    yield `  "metadata": ${(0,json_write/* formatJson */.IB)(metadata, 2)},\n`;
    yield `  "config": ${(0,json_write/* formatJson */.IB)(config, 2)},\n`;
    yield '  "tenants": [';
    for (const [index, { id, unpack }] of tenants.entries()) {
        const { config: tenant, data } = unpack();
        const live = data === undefined ? '' : `"tenant_data": ${(0,json_write/* formatJson */.IB)(data, 6)},\n      `;
        yield `${index === 0 ? '' : ','}\n    {
      "tenant_id": ${JSON.stringify(id)},
      "config": ${(0,json_write/* formatJson */.IB)(tenant, 6)},
      ${live}"metadata": ${entryMetadata}
    }`;
        advance();
    }
    yield tenants.length === 0 ? '],\n' : '\n  ],\n';
    yield '  "flows": [';
    for (const [index, { id, data }] of flows.entries()) {
        yield `${index === 0 ? '' : ','}\n    {
      "flow_id": ${JSON.stringify(id)},
      "flow_data": ${(0,json_write/* formatJson */.IB)(data.unpack(), 6)},
      "metadata": ${entryMetadata}
    }`;
        advance();
    }
    yield flows.length === 0 ? ']\n' : '\n  ]\n';
    yield '}\n';
}
/** Reads a project.json, of any JSON text of the right schema, however it is indented. */
class ProjectFileReader {
    #rules;
    #tenants = [];
    #flows = [];
    #parser = new json_parse/* JsonRunParser */.fg(['tenants', 'flows'], (list, run) => {
        if (!Array.isArray(run))
            throw new Error(`${list} is not a list`);
        for (const element of run) {
            if (list === 'tenants')
                this.#addTenant(element);
            else
                this.#addFlow(element);
        }
    });
    /** @param rules of the backup's manifest: what is hashed depends on them */
    constructor(rules) {
        this.#rules = rules;
    }
    /** Reads the next chunk. @throws Error that says what is wrong with it */
    push(chunk) {
        this.#parser.push(chunk);
    }
    /** @throws Error that says what is wrong with it */
    end() {
        const project = ProjectBackup.safeParse(this.#parser.end());
        if (!project.success) {
            const { path, message } = project.error.issues[0] ?? { path: [], message: '' };
            throw new Error(`not a project backup: ${path.join('.') || 'top level'}: ${message}`);
        }
        return {
            project: project.data,
            tenants: this.#tenants.sort(compareEntries),
            flows: this.#flows.sort(compareEntries),
        };
    }
    #addTenant(element) {
        if (!TenantBackup.safeParse(element).success) {
            throw new Error(`tenants[${this.#tenants.length}] is not a saved tenant`);
        }
        const { tenant_id: id, config, tenant_data: data, } = element;
        this.#tenants.push(hashedTenant(id, { config, ...(data && { data }) }, this.#rules));
    }
    #addFlow(element) {
        if (!FlowBackup.safeParse(element).success) {
            throw new Error(`flows[${this.#flows.length}] is not a saved flow`);
        }
        const { flow_id: id, flow_data: data } = element;
        this.#flows.push(hashedFlow(id, data, this.#rules));
    }
}

;// CONCATENATED MODULE: ./src/services/verification.ts















const verification_MANIFEST_FILE = 'manifest.json';
/** Problems that are told of one backup, and characters of each: more are of no use, and may be made to fill a log. */
const MAX_PROBLEMS = 20;
const MAX_PROBLEM_LENGTH = 1000;
function damaged(...all) {
    const problems = all
        .slice(0, MAX_PROBLEMS)
        .map((text) => text.length > MAX_PROBLEM_LENGTH ? `${text.slice(0, MAX_PROBLEM_LENGTH)}...` : text);
    if (all.length > MAX_PROBLEMS)
        problems.push(`and ${all.length - MAX_PROBLEMS} more`);
    return { verified: false, problems, unreadable: false, isLegacy: false };
}
/** Compares the files of a folder with its SHA256SUMS. */
function compareFileLists(files, sums) {
    const present = new Set(files.filter((file) => file !== CHECKSUMS_FILE));
    return [
        ...[...present]
            .filter((file) => !sums.has(file))
            .map((file) => `${file} is not listed in ${CHECKSUMS_FILE}`),
        ...[...sums.keys()]
            .filter((file) => !present.has(file))
            .map((file) => `${file} is listed in ${CHECKSUMS_FILE} but missing`),
    ];
}
function readManifest(bytes) {
    const value = (0,json_parse/* parseJson */.qF)(bytes);
    const version = (0,json_value/* isJsonObject */.OW)(value) ? value['format_version'] : undefined;
    if (typeof version === 'number' && version > models_manifest/* FORMAT_VERSION */.Hp) {
        throw new Error(`format version ${version} is newer than this release can read`);
    }
    const manifest = models_manifest/* BackupManifest */.eV.safeParse(value);
    if (!manifest.success) {
        const { path, message } = manifest.error.issues[0] ?? { path: [], message: '' };
        throw new Error(`not a backup manifest: ${path.join('.') || 'top level'}: ${message}`);
    }
    const rules = (0,models_manifest/* contentRules */.tc)(manifest.data);
    if (rules > CONTENT_RULES) {
        throw new Error(`content rules ${rules} are newer than this release can read`);
    }
    return manifest.data;
}
/** What does not fit together between the folder's place, its manifest and its content. */
function compareFacts(path, manifest, { project, tenants, flows }, contentHash) {
    const id = (0,external_node_path_.basename)(path);
    const projectId = (0,external_node_path_.basename)((0,external_node_path_.dirname)(path));
    const problems = [];
    const expect = (what, found, expected) => {
        if (found !== expected) {
            problems.push(`${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
        }
    };
    const expectTime = (what, found) => {
        if (wholeSecond(Date.parse(found)) !== parseBackupId(id)?.time) {
            problems.push(`${what} ${found} is not the folder's time`);
        }
    };
    expect(`${verification_MANIFEST_FILE}: backup_id`, manifest.backup_id, id);
    expect(`${verification_MANIFEST_FILE}: project_id`, manifest.project_id, projectId);
    expectTime(`${verification_MANIFEST_FILE}: created_at`, manifest.created_at);
    expectTime(`${PROJECT_FILE}: metadata.timestamp`, project.metadata.timestamp);
    expect(`${PROJECT_FILE}: project_id`, project.project_id, projectId);
    expect(`${PROJECT_FILE}: metadata.project_id`, project.metadata.project_id, projectId);
    expect(`${PROJECT_FILE}: environment`, project.environment, manifest.environment);
    expect(`${PROJECT_FILE}: metadata.environment`, project.metadata.environment, manifest.environment);
    expect(`${verification_MANIFEST_FILE}: counts.tenants`, manifest.counts.tenants, tenants.length);
    expect(`${verification_MANIFEST_FILE}: counts.flows`, manifest.counts.flows, flows.length);
    expect(`${verification_MANIFEST_FILE}: content_sha256`, manifest.content_sha256, contentHash);
    return problems;
}
/** Reads what stands beside project.json and counts for the content hash. */
function readOtherContent(path, bytes, content, rules) {
    if (path.startsWith(RESOURCES_FOLDER)) {
        const section = path.slice(RESOURCES_FOLDER.length).replace(/\.json$/, '');
        content.resources.push(hashedResource(section, (0,json_parse/* parseJson */.qF)(bytes), rules));
    }
    else if (path.startsWith(SNAPSHOT_FOLDER)) {
        const file = path.slice(SNAPSHOT_FOLDER.length);
        const value = other_files_isJsonFile(file) ? (0,json_parse/* parseJson */.qF)(bytes) : bytes;
        content.snapshot.push(hashedSnapshotFile(file, value, rules));
    }
}
function outcomeOf(read) {
    try {
        return { value: read() };
    }
    catch (error) {
        return { failure: error };
    }
}
async function readWhole(path, read) {
    const { bytes, sha256 } = await durable_files_readHashed(path);
    return { sha256, content: outcomeOf(() => read(bytes)) };
}
/** Reads a project.json in chunks: it can be large. */
async function readProject(path, rules) {
    const reader = new ProjectFileReader(rules);
    let failed;
    const sha256 = await readChunks(path, (chunk) => {
        if (failed !== undefined)
            return;
        const content = outcomeOf(() => {
            reader.push(chunk);
        });
        if ('failure' in content)
            failed = content;
    });
    return { sha256, content: failed ?? outcomeOf(() => reader.end()) };
}
/** What is too large to be read. */
async function findOversize(path, files) {
    const problems = [];
    for (const file of files) {
        const reason = (0,archive_limits/* fileSizeProblem */.$L)(file, (await (0,promises_.lstat)((0,external_node_path_.join)(path, file))).size);
        if (reason !== undefined)
            problems.push(`${file}: ${reason}`);
    }
    return problems;
}
async function readAndCompare(path) {
    const { files, others } = await (0,list_files/* listFiles */.C)(path);
    if (others.length > 0) {
        return damaged(...others.map((other) => `${other} is a link or another special file`));
    }
    if (!files.includes(CHECKSUMS_FILE)) {
        const isLegacy = files.length === 1 && files[0] === PROJECT_FILE;
        const problem = isLegacy
            ? `${PROJECT_FILE} alone: a folder of the original Python tool, without checksums`
            : `${CHECKSUMS_FILE} is missing`;
        return { ...damaged(problem), isLegacy };
    }
    const oversize = await findOversize(path, files);
    if (oversize.length > 0)
        return damaged(...oversize);
    const sums = parseChecksums(await (0,promises_.readFile)((0,external_node_path_.join)(path, CHECKSUMS_FILE), 'utf8'));
    const problems = compareFileLists(files, sums);
    if (problems.length > 0)
        return damaged(...problems);
    const contentProblems = [];
    const other = { resources: [], snapshot: [] };
    /** A file that was changed is that first of all: what its content says then is not told. */
    const check = async (file, read) => {
        const { sha256, content } = await read();
        if (sha256 !== sums.get(file)) {
            problems.push(`${file} was changed: its SHA-256 is another one`);
            return undefined;
        }
        if ('value' in content)
            return content.value;
        const isCore = file === verification_MANIFEST_FILE || file === PROJECT_FILE;
        (isCore ? contentProblems : problems).push(`${file}: ${content.failure.message}`);
        return undefined;
    };
    for (const file of [verification_MANIFEST_FILE, PROJECT_FILE]) {
        if (!sums.has(file))
            contentProblems.push(`${file}: it is missing`);
    }
    const manifest = sums.has(verification_MANIFEST_FILE)
        ? await check(verification_MANIFEST_FILE, () => readWhole((0,external_node_path_.join)(path, verification_MANIFEST_FILE), readManifest))
        : undefined;
    const rules = {
        type: manifest?.source.type ?? 'config-file',
        contentRules: manifest === undefined ? CONTENT_RULES : (0,models_manifest/* contentRules */.tc)(manifest),
    };
    const facts = sums.has(PROJECT_FILE)
        ? await check(PROJECT_FILE, () => readProject((0,external_node_path_.join)(path, PROJECT_FILE), rules))
        : undefined;
    for (const file of sums.keys()) {
        if (file === verification_MANIFEST_FILE || file === PROJECT_FILE)
            continue;
        await check(file, () => readWhole((0,external_node_path_.join)(path, file), (bytes) => {
            readOtherContent(file, bytes, other, rules);
        }));
    }
    if (problems.length > 0)
        return damaged(...problems);
    if (manifest === undefined || facts === undefined)
        return damaged(...contentProblems);
    const contentHash = contentSha256({
        tenants: facts.tenants,
        flows: facts.flows,
        resources: other.resources.sort(compareIds),
        snapshot: other.snapshot.sort(compareIds),
    });
    problems.push(...compareFacts(path, manifest, facts, contentHash));
    return problems.length > 0
        ? damaged(...problems)
        : { verified: true, manifest, manifestSha256: sums.get(verification_MANIFEST_FILE) ?? '' };
}
/**
 * Reads a backup folder back from the disk and proves it: SHA256SUMS lists exactly the files that are there and
 * every hash holds, project.json and manifest.json parse, agree with each other and with the folder's name, and
 * give the recorded content hash again. Links are damage and are not followed.
 */
async function verifyBackup(path) {
    try {
        if (!(await (0,promises_.lstat)(path)).isDirectory())
            return damaged('it is not a folder');
        return await readAndCompare(path);
    }
    catch (error) {
        const { message } = (0,io_errors/* explainIoError */.U_)(error, 'it could not be read');
        return { ...damaged(message), unreadable: !(0,io_errors/* isOfContent */.LR)(error) };
    }
}

;// CONCATENATED MODULE: ./src/services/settled-verification.ts



/** How often a backup is read that changes while it is read, and how long a folder may lack its name. */
const MAX_READINGS = 5;
const REPLACING_MS = 20;
async function inode(path) {
    try {
        return (await (0,promises_.lstat)(path)).ino;
    }
    catch {
        return undefined;
    }
}
/**
 * Verifies a backup that another run may be replacing: when it is not good, and the folder is not the one that it was when
 * reading began, it is read again.
 */
async function verifySettled(path) {
    for (let attempt = 1;; attempt++) {
        const before = await inode(path);
        const verification = await verifyBackup(path);
        const after = await inode(path);
        const isSame = before !== undefined && before === after;
        if (verification.verified || isSame || attempt === MAX_READINGS)
            return verification;
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(REPLACING_MS);
    }
}

;// CONCATENATED MODULE: ./src/services/adoption.ts








/** Whether a folder may make way for a good backup of its name: it is damaged, and no link that leads elsewhere. */
async function isDamaged(path) {
    if (!(await (0,promises_.lstat)(path)).isDirectory())
        return false;
    const verification = await verifySettled(path);
    return !verification.verified && !verification.unreadable && !verification.isLegacy;
}
/**
 * Copies a backup from elsewhere into a project's folder, under its own name. A damaged folder of that name is replaced in
 * one step.
 *
 * @param path of the backup's folder, which was verified
 * @returns whether it was copied: any other folder of the name stays as it is
 */
async function adoptBackup(projectFolder, path) {
    const id = (0,external_node_path_.basename)(path);
    const target = (0,external_node_path_.join)(projectFolder, id);
    try {
        const isThere = await atomic_directory_exists(target);
        if (isThere && !(await isDamaged(target)))
            return false;
        await mkdirP(projectFolder);
        await withStagingDirectory(projectFolder, id, async (staging) => {
            const { files } = await (0,list_files/* listFiles */.C)(path);
            await copyFiles(path, staging, files, 'copy');
            if (isThere)
                await replaceDirectory(staging, target, id);
            else if (!(await publishDirectory(staging, target))) {
                throw new Error(`${target} appeared meanwhile`);
            }
        });
        return true;
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, `could not bring ${id} back into ${projectFolder}`);
    }
}

;// CONCATENATED MODULE: ./src/services/amendment.ts










/** What stands in a manifest until the backup was compared: a run that is killed before leaves one that nothing trusts. */
const NOT_COMPARED_YET = {
    status: 'suspect',
    status_reasons: ['the run ended before it was compared with the backup before it'],
    comparison: { outcome: 'not-compared', cause: 'pending' },
};
/**
 * Writes what a comparison found into the manifest of a backup. The folder is replaced in one step by one with the same
 * content: its files are never written to.
 *
 * @param manifest the one that is there
 * @throws Error when it could not be written; then the backup is as it was
 */
async function amendBackup(path, manifest, amendment) {
    const id = (0,external_node_path_.basename)(path);
    const { status_reasons: _before, previous: _link, comparison: _mark, ...others } = manifest;
    try {
        await withStagingDirectory((0,external_node_path_.dirname)(path), id, async (staging) => {
            const sums = parseChecksums(await (0,promises_.readFile)((0,external_node_path_.join)(path, CHECKSUMS_FILE), 'utf8'));
            const content = [...sums.keys()].filter((file) => file !== verification_MANIFEST_FILE);
            await copyFiles(path, staging, content, 'link');
            const sum = await writeDurably((0,external_node_path_.join)(staging, verification_MANIFEST_FILE), [
                (0,json_write/* formatJson */.IB)({ ...others, ...amendment }),
                '\n',
            ]);
            await writeDurably((0,external_node_path_.join)(staging, CHECKSUMS_FILE), [
                formatChecksums(new Map([...sums, [verification_MANIFEST_FILE, sum]])),
            ]);
            for (const record of [verification_MANIFEST_FILE, CHECKSUMS_FILE])
                await requireReadableSize(staging, record);
            await replaceDirectory(staging, path, id);
        });
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, `could not write what changed into the manifest of ${path}`);
    }
}

;// CONCATENATED MODULE: ./src/services/lines.ts
function isVerified(backup) {
    return backup.verification.verified;
}
/** The name of a line within its project, as inputs and messages have it: `production/live`. */
function lineName({ environment, source }) {
    return `${environment}/${source.type === 'management-api' ? 'live' : source.type}`;
}
/** What this action itself gives: an environment's rules and the names of sources. */
const PLAIN_LINE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\/[a-z-]+$/;
/**
 * A line's name as a log may show it. The environment comes from a file that may be anybody's: what is no plain name is
 * quoted, so that it stays one line.
 */
function showLine(line) {
    return PLAIN_LINE.test(line) ? line : JSON.stringify(line);
}
/**
 * The regular backups of a line that verify.
 *
 * @param line as {@link lineName} gives it
 * @returns in the order that they were given in
 */
function ofLine(backups, line) {
    return backups
        .filter(isVerified)
        .filter(({ verification: { manifest } }) => manifest.purpose === undefined && lineName(manifest) === line);
}
/** Whether the sections that a backup saved count as those of a complete one. */
function isAcceptable({ status, comparison }) {
    return status === 'complete' || (status === 'partial' && comparison?.partial_accepted === true);
}
/** Whether a backup was compared, first or accepted, as its own manifest tells. */
function hasStanding({ comparison, previous }) {
    return comparison === undefined ? previous !== undefined : comparison.outcome !== 'not-compared';
}
/** Whether a manifest says of itself that later backups may be compared with this one. */
function isBase(manifest) {
    return isAcceptable(manifest) && hasStanding(manifest);
}
/**
 * The backups that a new one may be compared with: good ones that were themselves compared, or were the first of an empty
 * history, or were accepted. So no loss gets in between two nights. Of release 1.0.0, which made no mark, those with a link
 * count as compared; where a line has no other, its oldest complete one within reach counts as first.
 *
 * @param line the backups of one line that are within reach, newest first
 * @returns newest first
 */
function basesOf(line) {
    const standing = line.filter(({ verification: { manifest } }) => isBase(manifest));
    if (standing.length > 0)
        return standing;
    const oldest = line.findLast(({ verification: { manifest } }) => manifest.status === 'complete' && manifest.comparison === undefined);
    return oldest === undefined ? [] : [oldest];
}

;// CONCATENATED MODULE: ./src/services/project-folder.ts






/**
 * Where a project's backups are, or will be: a real folder, or nothing yet, straight under the real backup root.
 * A link is refused: to prune below one would remove what lies elsewhere.
 *
 * @throws Error when the project id is no safe folder name, or the folder is a link, a file, or another project's
 * on a disk that does not tell upper from lower case
 */
async function findProjectFolder(backupRoot, projectId) {
    const reason = (0,safe_names/* unsafeNameReason */.G)(projectId);
    if (reason !== undefined) {
        throw new Error(`project id ${JSON.stringify(projectId)} cannot be a folder name: ${reason}`);
    }
    let folder = (0,external_node_path_.join)(backupRoot, projectId);
    try {
        folder = (0,external_node_path_.join)(await (0,promises_.realpath)(backupRoot), projectId);
        if (!(await (0,promises_.lstat)(folder)).isDirectory()) {
            throw new Error(`${folder} is a link or a file, not a folder: remove it, or set backup-root to the place that it leads to`);
        }
        const name = (0,external_node_path_.basename)(await (0,promises_.realpath)(folder));
        if (name !== projectId) {
            throw new Error(`${folder} is the folder of project ${name} on this disk, which does not tell upper from lower case: ` +
                `correct project-id or use another backup-root`);
        }
        return folder;
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
            return folder;
        throw (0,io_errors/* explainIoError */.U_)(error, 'could not look for earlier backups');
    }
}
/** Reads a project's folder; a folder that does not exist is empty, one that cannot be read is an error. */
async function listProjectFolder(folder) {
    const content = { backups: [], leftovers: [] };
    try {
        for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
            if (!entry.isDirectory())
                continue;
            const path = (0,external_node_path_.join)(folder, entry.name);
            const id = parseBackupId(entry.name);
            if (id !== undefined)
                content.backups.push({ ...id, id: entry.name, path });
            else if (isLeftoverName(entry.name))
                content.leftovers.push(path);
        }
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) !== 'ENOENT') {
            throw (0,io_errors/* explainIoError */.U_)(error, `could not list the backups in ${folder}`);
        }
    }
    return content;
}

;// CONCATENATED MODULE: ./src/storage/removal.ts



/** Leftovers younger than this may belong to a process that is still at work. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;
function removeTree(path) {
    return (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * Removes a folder in two steps: first it loses its name, so that a process killed halfway leaves nothing that
 * looks like a whole folder, then its files go.
 *
 * @param label goes into the temporary name: the folder's own name
 */
async function removeDirectory(path, label) {
    const trash = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), leftoverName(TRASH_PREFIX, label));
    await (0,promises_.rename)(path, trash);
    await removeTree(trash);
}
/**
 * Removes a temporary or trash folder that a killed process left behind more than a day ago.
 *
 * @param now milliseconds since the epoch
 * @returns whether it was removed
 */
async function sweepLeftover(path, now) {
    const stat = await (0,promises_.lstat)(path);
    if (!stat.isDirectory() || now - stat.mtimeMs <= LEFTOVER_AGE_MS)
        return false;
    await removeTree(path);
    return true;
}

;// CONCATENATED MODULE: ./src/services/belonging.ts
/** Whose a dated folder is that does not verify: what it says of itself, read with care. */









/** A larger file tells nothing. */
const MAX_MANIFEST_BYTES = 16 * 1024 ** 2;
const MAX_LEGACY_BYTES = 256 * 1024 ** 2;
/** As much of a manifest as tells the line; a later format may hold other things, and other sources. */
const LineOfManifest = schemas/* looseObject */._H3({
    environment: schemas/* string */.YjP(),
    source: schemas/* looseObject */._H3({ type: schemas/* string */.YjP() }),
});
const LineOfLegacy = schemas/* looseObject */._H3({ metadata: schemas/* looseObject */._H3({ environment: schemas/* string */.YjP() }) });
async function isSmallFile(path, maxBytes) {
    const stat = await (0,promises_.lstat)(path);
    return stat.isFile() && stat.size <= maxBytes;
}
async function lineOfManifest(path) {
    if (!(await isSmallFile(path, MAX_MANIFEST_BYTES)))
        return undefined;
    const { data } = LineOfManifest.safeParse((0,json_parse/* parseJson */.qF)((await durable_files_readHashed(path)).bytes));
    return data && lineName(data);
}
/** The line of a folder of the original Python tool, which had config files alone. */
async function lineOfLegacy(path) {
    if (!(await isSmallFile(path, MAX_LEGACY_BYTES)))
        return undefined;
    // Its tenants and flows are many, and say nothing here.
    const parser = new json_parse/* JsonRunParser */.fg(['tenants', 'flows'], () => undefined);
    await readChunks(path, (chunk) => {
        parser.push(chunk);
    });
    const rest = parser.end();
    const { data } = LineOfLegacy.safeParse(rest);
    return data && lineName({ ...data.metadata, source: { type: 'config-file' } });
}
/**
 * Tells whose a folder is: of a backup that verifies, its manifest does; of any other, what is left of its manifest, or
 * the metadata of the original Python tool. That is a claim, not a proof.
 */
async function belonging_belongingOf({ path, verification }) {
    if (verification.verified)
        return { line: lineName(verification.manifest) };
    try {
        const line = verification.isLegacy
            ? await lineOfLegacy((0,external_node_path_.join)(path, PROJECT_FILE))
            : await lineOfManifest((0,external_node_path_.join)(path, verification_MANIFEST_FILE));
        return { line };
    }
    catch (error) {
        const code = (0,io_errors/* errorCode */.CA)(error);
        if (code === undefined || code === 'ENOENT')
            return { line: undefined };
        return { failure: (0,io_errors/* explainIoError */.U_)(error, 'it could not be read').message };
    }
}

;// CONCATENATED MODULE: ./src/services/retention.ts


const DAY_MS = 24 * 60 * 60 * 1000;
/** What does not verify cannot prove whose it is: it stays for so long, however short the window of the line. */
const UNPROVEN_DAYS = 90;
/** The purpose of a backup that a restore makes before it writes. */
const BEFORE_RESTORE = 'before-restore';
function days(milliseconds) {
    const rounded = Math.floor((milliseconds / DAY_MS) * 10) / 10;
    return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
}
function sectionsThat(status, backup) {
    return backup.verification.manifest.coverage.flatMap((entry) => entry.status === status ? [entry.section] : []);
}
/**
 * The newest backups that hold what the newest one could not read, each with the names of those sections. One is held
 * back as long as the backup after it is in the window: when that one is out of it too, no backup of the whole window
 * could read the section, and waiting for it must end.
 *
 * @param accepted of one line, newest first
 */
function holders(accepted, isInWindow) {
    const found = new Map();
    const [newest] = accepted;
    for (const section of newest === undefined ? [] : sectionsThat('failed', newest)) {
        const index = accepted.findIndex((backup) => sectionsThat('saved', backup).includes(section));
        const [holder, next] = [accepted[index], accepted[index - 1]];
        if (holder === undefined || next === undefined || !isInWindow(next))
            continue;
        found.set(holder.id, [...(found.get(holder.id) ?? []), section]);
    }
    return found;
}
/**
 * The backups of the line that survive any age, each with its reason.
 *
 * @param past what is not dated in the future, newest first
 */
function survivors(past, { line, minimumBackups }, isInWindow) {
    const regular = ofLine(past, line);
    const accepted = regular.filter(({ verification }) => isAcceptable(verification.manifest));
    const complete = accepted.filter(({ verification }) => verification.manifest.status === 'complete');
    const [base] = basesOf(regular);
    const beforeRestore = past
        .filter(isVerified)
        .find(({ verification }) => verification.manifest.purpose === BEFORE_RESTORE);
    const reasons = new Map();
    for (const [id, sections] of holders(accepted, isInWindow)) {
        reasons.set(id, `it is the newest that holds ${sections.join(', ')}`);
    }
    if (beforeRestore !== undefined) {
        reasons.set(beforeRestore.id, 'it is the newest that was taken before a restore');
    }
    if (base !== undefined)
        reasons.set(base.id, 'it is what the next one is compared with');
    for (const some of [accepted, complete]) {
        for (const { id } of some.slice(0, minimumBackups)) {
            reasons.set(id, `it is one of the newest ${minimumBackups} verified of its line`);
        }
    }
    return reasons;
}
/** Days that a folder stays for: one of the original Python tool never verifies, and goes by age when its line is known. */
function limitOf({ verification }, line, { retentionDays }) {
    const isKnown = verification.verified || (verification.isLegacy && line !== undefined);
    return isKnown ? retentionDays : Math.max(retentionDays, UNPROVEN_DAYS);
}
/**
 * Decides for every backup of one project whether it stays when one line of it is pruned.
 *
 * Age is counted back from the newest verified backup of that line that is not dated in the future, so that neither a
 * clock that ran ahead once nor a schedule that stopped can empty the folder.
 *
 * @param candidates of all lines
 * @returns one decision a candidate, newest first, whatever their order was
 */
function decideRetention(candidates, policy) {
    const { line, retentionDays, now } = policy;
    const sorted = [...candidates].sort(compareNewestFirst);
    const past = sorted.filter(({ time }) => time <= now);
    const [anchor] = ofLine(past, line);
    const own = past.filter(({ belonging }) => 'line' in belonging && belonging.line === line);
    const spared = survivors(own, policy, ({ time }) => anchor !== undefined && anchor.time - time <= retentionDays * DAY_MS);
    return sorted.map((candidate) => {
        const { id, time, belonging } = candidate;
        const future = time > now;
        const keep = (reason) => ({ candidate, action: 'keep', future, reason });
        if (future)
            return keep('it is dated in the future');
        if ('failure' in belonging)
            return keep(`its line is not known: ${belonging.failure}`);
        if (belonging.line !== undefined && belonging.line !== line) {
            return keep(`it belongs to another line, ${showLine(belonging.line)}`);
        }
        if (anchor === undefined) {
            return keep('no backup of the line verifies, so that none can take its place');
        }
        const age = anchor.time - time;
        const limit = limitOf(candidate, belonging.line, policy);
        if (age <= limit * DAY_MS) {
            return keep(id === anchor.id
                ? 'it is the newest verified backup'
                : age < 0
                    ? 'it is newer than the newest verified backup'
                    : `${days(age)} older than the newest verified backup, within ${limit}`);
        }
        const reason = spared.get(id);
        if (reason !== undefined)
            return keep(reason);
        return {
            candidate,
            action: 'remove',
            future,
            reason: `${days(age)} older than the newest verified backup, over ${limit}`,
        };
    });
}

;// CONCATENATED MODULE: ./src/services/pruning.ts






async function listLeftovers(folder, warnings) {
    try {
        return (await listProjectFolder(folder)).leftovers;
    }
    catch (error) {
        // What was removed by now stays removed: a sweep that fails must not make the whole pruning look failed.
        warnings.push(`leftovers of killed runs were not looked for: ${error.message}`);
        return [];
    }
}
async function sweepLeftovers(folder, now) {
    const warnings = [];
    for (const path of await listLeftovers(folder, warnings)) {
        try {
            await sweepLeftover(path, now);
        }
        catch (error) {
            // Another run may have swept it meanwhile.
            if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
                continue;
            warnings.push((0,io_errors/* explainIoError */.U_)(error, `could not remove the leftover ${path}`).message);
        }
    }
    return warnings;
}
/** Applies the retention policy of one line to the backups of its project. */
async function pruneBackups(folder, backups, options) {
    const unreadable = backups.filter(({ verification }) => !verification.verified && verification.unreadable);
    if (unreadable.length > 0) {
        const names = unreadable.map(({ id }) => id).join(', ');
        return {
            removed: [],
            kept: backups.map(({ id }) => ({ id, reason: `${names} could not be read` })),
            failed: [],
            retained: backups,
            warnings: [`nothing is pruned while a backup cannot be read: ${names}`],
        };
    }
    const removed = [];
    const kept = [];
    const failed = [];
    const warnings = [];
    const retained = [];
    const candidates = [];
    for (const backup of backups) {
        candidates.push({ ...backup, belonging: await belonging_belongingOf(backup) });
    }
    for (const { candidate, action, future, reason } of decideRetention(candidates, options)) {
        const { id, path } = candidate;
        if (future) {
            warnings.push(`${id} is dated in the future: it is kept; check the clock that made it`);
        }
        if (action === 'keep' || options.dryRun) {
            kept.push({ id, reason: action === 'keep' ? reason : `dry run, else removed: ${reason}` });
            retained.push(candidate);
            continue;
        }
        options.signal?.throwIfAborted();
        try {
            await removeDirectory(path, id);
            removed.push({ id, reason });
        }
        catch (error) {
            const isThere = await atomic_directory_exists(path);
            if (isThere)
                retained.push(candidate);
            // Without its name and without a trace of ours, it was removed by another run.
            else if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
                continue;
            const attempt = isThere
                ? 'it could not be removed'
                : 'it was set aside, but not all of it could be removed; a later run tries again';
            failed.push({ id, reason: (0,io_errors/* explainIoError */.U_)(error, attempt).message });
        }
    }
    if (!options.dryRun)
        warnings.push(...(await sweepLeftovers(folder, options.now)));
    return { removed, kept, failed, retained, warnings };
}

;// CONCATENATED MODULE: ./src/services/tool.ts
/** What writes the backups; a test holds the version to package.json. */
const TOOL = { name: 'descope-backup', version: '1.0.0' };

;// CONCATENATED MODULE: ./src/services/backup-service.ts
























async function writeContent(staging, content, metadata, details) {
    const source = details.source ?? { type: 'config-file' };
    const project = await writeText((0,external_node_path_.join)(staging, PROJECT_FILE), formatProject(content, metadata, details));
    // Computed while the disk takes the file.
    const contentHash = hashContent(content, { type: source.type, contentRules: CONTENT_RULES });
    await project.durable;
    await requireReadableSize(staging, PROJECT_FILE);
    const others = await writeOtherFiles(staging, content);
    const counts = { tenants: content.tenants.length, flows: content.flows.length };
    return {
        sums: new Map([...others, [PROJECT_FILE, project.sha256]]),
        manifest: {
            format_version: models_manifest/* FORMAT_VERSION */.Hp,
            created_at: metadata.timestamp,
            project_id: metadata.project_id,
            environment: metadata.environment,
            tool: TOOL,
            source,
            status: details.status ?? 'complete',
            ...(details.status_reasons && { status_reasons: details.status_reasons }),
            ...(details.comparison && { comparison: details.comparison }),
            ...(details.consistency && { consistency: details.consistency }),
            ...(details.withheld_rules && { withheld_rules: details.withheld_rules }),
            content_sha256: contentHash,
            content_rules: CONTENT_RULES,
            counts,
            coverage: details.coverage ?? [
                { section: 'tenants', status: 'saved', count: counts.tenants, note: '' },
                { section: 'flows', status: 'saved', count: counts.flows, note: '' },
            ],
            ...(details.run && { run: details.run }),
        },
    };
}
/** Gives the staging folder the first free name of its second, which its manifest then holds. */
async function publish(staging, folder, time, { manifest, sums }, signal) {
    for (let sequence = 1;; sequence++) {
        const id = formatBackupId({ time, sequence });
        const target = (0,external_node_path_.join)(folder, id);
        if ((await atomic_directory_exists(target)) || (await isBeingReplaced(folder, id)))
            continue;
        const manifestSum = await writeDurably((0,external_node_path_.join)(staging, verification_MANIFEST_FILE), [
            (0,json_write/* formatJson */.IB)({ ...manifest, backup_id: id }),
            '\n',
        ]);
        await writeDurably((0,external_node_path_.join)(staging, CHECKSUMS_FILE), [
            formatChecksums(new Map([...sums, [verification_MANIFEST_FILE, manifestSum]])),
        ]);
        for (const record of [verification_MANIFEST_FILE, CHECKSUMS_FILE])
            await requireReadableSize(staging, record);
        signal?.throwIfAborted();
        if (await publishDirectory(staging, target))
            return target;
    }
}
/**
 * Takes, lists, proves and prunes the backups of Descope projects under one root folder:
 * `<backup root>/<project id>/<YYYYMMDD_HHMMSS in UTC>/`.
 */
class BackupService {
    backupRoot;
    retentionDays;
    minimumBackups;
    #clock;
    constructor(options = {}) {
        this.backupRoot = (0,external_node_path_.resolve)(options.backupRoot ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.descope-mgmt', 'backups'));
        this.retentionDays = options.retentionDays ?? 30;
        this.minimumBackups = options.minimumBackups ?? 1;
        this.#clock = options.clock ?? Date.now;
    }
    /**
     * Writes a new backup of a config file: see {@link saveProject}.
     *
     * @returns the path of the dated folder
     */
    async createBackup(projectId, environment, config, details = {}) {
        return this.saveProject(projectId, environment, contentOfConfig(config), details);
    }
    /**
     * Writes a new backup. It is whole and on the disk when its dated folder appears; a second one in the same
     * second gets the suffix `_2`, and so on.
     *
     * @returns the path of the dated folder
     * @throws Error when it could not be written; then nothing of it is left, and older backups are untouched. One
     * failure comes too late for that: when the disk refuses to flush the new name, the whole backup is there
     */
    async saveProject(projectId, environment, content, details = {}) {
        try {
            details.signal?.throwIfAborted();
            await mkdirP(this.backupRoot);
            const folder = await findProjectFolder(this.backupRoot, projectId);
            await mkdirP(folder);
            await syncDirectory(this.backupRoot);
            const time = wholeSecond(this.#clock());
            const metadata = {
                timestamp: formatTimestamp(time),
                project_id: projectId,
                environment,
                tool_version: TOOL.version,
            };
            const label = formatBackupId({ time, sequence: 1 });
            return await withStagingDirectory(folder, label, async (staging) => {
                const written = await writeContent(staging, content, metadata, details);
                return publish(staging, folder, time, written, details.signal);
            });
        }
        catch (error) {
            throw (0,io_errors/* explainIoError */.U_)(error, `could not write a backup under ${(0,external_node_path_.join)(this.backupRoot, projectId)}`);
        }
    }
    /**
     * The dated folders of a project, newest first; those of the original Python tool are among them.
     *
     * @returns an empty list for a project that was never backed up
     * @throws Error when the project's folder cannot be read
     */
    async listBackups(projectId) {
        const folder = await findProjectFolder(this.backupRoot, projectId);
        const { backups } = await listProjectFolder(folder);
        return backups.sort(compareNewestFirst);
    }
    /**
     * Writes into a backup's manifest what the comparison with an earlier one found.
     *
     * @throws Error when it could not be written; then the backup is as it was
     */
    async amendBackup(path, manifest, amendment) {
        await amendBackup(path, manifest, amendment);
    }
    /**
     * Copies a verified backup from elsewhere into the project's folder. A damaged one of its name makes way for it.
     *
     * @returns false when another backup of its name is there already, which stays as it is
     */
    async adoptBackup(projectId, path) {
        return adoptBackup(await findProjectFolder(this.backupRoot, projectId), path);
    }
    /** Reads a backup back from the disk and says whether it is good. */
    async verifyBackup(path) {
        return verifyBackup(path);
    }
    /**
     * Lists and verifies every backup of a project, newest first.
     *
     * @param known what is known of some paths already, so that they are not read a second time
     */
    async inspectBackups(projectId, known = new Map()) {
        const inspected = [];
        for (const backup of await this.listBackups(projectId)) {
            const verification = known.get(backup.path) ?? (await verifySettled(backup.path));
            // Another run may have pruned it meanwhile.
            if (verification.verified || (await atomic_directory_exists(backup.path))) {
                inspected.push({ ...backup, verification });
            }
        }
        return inspected;
    }
    /**
     * Removes what the retention policy no longer keeps of one line, and what killed runs left behind more than a day ago.
     *
     * @param line environment and source of the run: other lines of the project keep what they have
     * @param options.dryRun decide and report, but remove nothing
     * @param options.backups the project's backups, when they were inspected already
     */
    async cleanupOldBackups(projectId, line, options = {}) {
        const backups = options.backups ?? (await this.inspectBackups(projectId));
        return pruneBackups(await findProjectFolder(this.backupRoot, projectId), backups, {
            line: lineName(line),
            retentionDays: this.retentionDays,
            minimumBackups: this.minimumBackups,
            now: this.#clock(),
            dryRun: options.dryRun ?? false,
            signal: options.signal,
        });
    }
}

;// CONCATENATED MODULE: ./src/project/secrets/release-1.ts
/**
 * What release 1.0.0 withheld: so that a comparison with a backup of it can tell what only the rule changed. Never changed again.
 */

/** Keys whose text was a secret, without regard to case, `_` and `-`. */
const SECRET_KEYS = new Set([
    'accesskeysecret',
    'accesstoken',
    'apikey',
    'apisecret',
    'apitoken',
    'authtoken',
    'bearertoken',
    'cleartext',
    'clientsecret',
    'encryptionkey',
    'hmacsecret',
    'idtoken',
    'password',
    'passphrase',
    'privatekey',
    'refreshtoken',
    'secret',
    'secretaccesskey',
    'secretkey',
    'serviceaccountkey',
    'sharedsecret',
    'signingkey',
    'signingsecret',
    'token',
    'webhooksecret',
]);
/** Headers of a connector whose value was a secret, without regard to case. */
const SECRET_HEADERS = /^(?:proxy-)?authorization$|^cookie$|^x-api-key$|(?:token|secret)$/i;
/** What customers fill as they like: its keys are names of theirs, and say nothing. */
const release_1_FREE_KEYS = new Set(['customAttributes', 'customClaims']);
function isSecretKey(key) {
    return SECRET_KEYS.has(key.replace(/[_-]/g, '').toLowerCase());
}
/** `{key: "Authorization", value: "..."}`, as connectors list the headers that they send. */
function isSecretHeader(object, key) {
    const name = object['key'] ?? object['name'];
    return key === 'value' && typeof name === 'string' && SECRET_HEADERS.test(name);
}
/** Replaces what release 1.0.0 took for a secret. */
function withheldByRelease1(value, mark) {
    /** @param isSecret what stands here was a secret, or, for a map, held one under a key of any name */
    const visit = (current, isSecret, above) => {
        if (Array.isArray(current)) {
            return current.map((item) => visit(item, isSecret, ''));
        }
        if ((0,json_value/* isJsonObject */.OW)(current)) {
            const copy = {};
            for (const key of Object.keys(current)) {
                const child = current[key];
                const hides = isSecretKey(key) ||
                    isSecretHeader(current, key) ||
                    (above === 'headers' && SECRET_HEADERS.test(key)) ||
                    (isSecret && typeof child === 'string');
                const isSettings = key === 'password' && (0,json_value/* isJsonObject */.OW)(child);
                (0,json_value/* setOwn */.P5)(copy, key, release_1_FREE_KEYS.has(key) ? child : visit(child, hides && !isSettings, key));
            }
            return copy;
        }
        const isFilled = typeof current === 'number' ||
            current instanceof json_value/* ExactNumber */.fh ||
            (typeof current === 'string' && current !== '');
        return isSecret && isFilled ? mark : current;
    };
    return visit(value, false, '');
}

;// CONCATENATED MODULE: ./src/project/secrets/variables.ts
/** Which environment variables may be put into a backup where a config file names them as `${VAR}`. */

/** Of the runner: never, whatever anybody allows. */
const RESERVED = /^(?:ACTIONS|INPUT)_/i;
/** A word that says that a variable holds a secret; more than one of a thing is no other thing. */
const SECRET_WORD = /^(?:secret|token|password|passwd|passphrase|pass|pwd|key|apikey|credential|private|webhook|auth)s?$/;
/** Whether a variable belongs to the runner: then it is never replaced. */
function isReservedVariable(name) {
    return RESERVED.test(name);
}
/**
 * Whether a reference to a variable stays as it is written. Case makes no difference, because it makes none to the variables of
 * Windows; digits at the end of a word are none of it: `TOKEN2`.
 */
function isSecretVariable(name) {
    if (isReservedVariable(name))
        return true;
    const words = name.split('_').map((word) => word.replace(/\d+$/, '').toLowerCase());
    return [...words, ...wordsOf(name)].some((word) => SECRET_WORD.test(word));
}
/** The rule of release 1.0.0, by which older backups were made. */
function wasSecretVariable(name) {
    return isReservedVariable(name) || /_(?:TOKEN|SECRET|PASSWORD|KEY)$/i.test(name);
}

;// CONCATENATED MODULE: ./src/storage/json-pointer.ts
/** A JSON Pointer (RFC 6901) to what keys and indexes lead to; empty for the value itself. */
function json_pointer_jsonPointer(path) {
    return path
        .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
        .join('');
}
/** The steps of a JSON Pointer, from the value down. */
function pointerSteps(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

;// CONCATENATED MODULE: ./src/services/withheld-since.ts







/** @returns undefined when both backups withhold by the same rules */
function withheldRule(before, after) {
    // Which variables are withheld is a matter of an input as well.
    if (after.source.type === 'config-file')
        return 'variables';
    const isNewest = ({ withheld_rules }) => withheld_rules === WITHHELD_RULES;
    return isNewest(before) && isNewest(after) ? undefined : 'secrets';
}
const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
const MAX_REFERENCES = 10;
/** Whether a text is another one with values in place of its references to secret variables. */
function isFilledIn(text, template) {
    const fixed = [];
    let end = 0;
    for (const match of template.matchAll(REFERENCE)) {
        if (!isSecretVariable(match[1] ?? ''))
            continue;
        fixed.push(template.slice(end, match.index));
        end = match.index + match[0].length;
    }
    if (fixed.length === 0 || fixed.length > MAX_REFERENCES)
        return false;
    const [first = '', ...inner] = fixed;
    const last = template.slice(end);
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const part of inner) {
        const found = text.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return text.endsWith(last) && text.length - last.length >= at;
}
function isSameVariable(before, after) {
    if (typeof before !== 'string' || typeof after !== 'string')
        return false;
    return isFilledIn(before, after) || isFilledIn(after, before);
}
/** What the newest rule leaves of a value, and what is left of it by any rule. */
function withheldForms(value, { section, id }) {
    const isSnapshot = section === 'snapshot';
    const mark = isSnapshot ? '' : withhold_WITHHELD_MARK;
    const place = isSnapshot ? `snapshot/${id}` : section;
    if (isFreePlace(place))
        return [value];
    const newest = (given) => withhold_withholdSecrets(given, { mark, place }).value;
    return [newest(value), newest(withheldByRelease1(value, mark))];
}
const same = ([before, after]) => (0,json_write/* canonicalJson */.dj)(before) === (0,json_write/* canonicalJson */.dj)(after);
function membersOf(pair) {
    const [before, after] = pair;
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        return (name) => [before[Number(name)], after[Number(name)]];
    }
    if (!(0,json_value/* isJsonObject */.OW)(before) || !(0,json_value/* isJsonObject */.OW)(after))
        return undefined;
    const isAlike = Object.keys(before).length === Object.keys(after).length &&
        Object.keys(before).every((key) => Object.hasOwn(after, key));
    return isAlike ? (name) => [before[name], after[name]] : undefined;
}
/**
 * Whether two values differ only where one of them was withheld.
 *
 * @param pair both as they are
 * @param forms both without what is withheld, by each rule; undefined where variables of a config file are withheld
 */
function isWithheldOnly(pair, forms) {
    if (same(pair))
        return true;
    const members = membersOf(pair);
    if (members !== undefined) {
        const inner = forms?.map(membersOf);
        return Object.keys(pair[0]).every((name) => isWithheldOnly(members(name), inner?.flatMap((at) => (at === undefined ? [] : [at(name)]))));
    }
    if (forms === undefined)
        return isSameVariable(...pair);
    // One side must be what withholding makes of it: two values that are both there have changed.
    return forms.some((form) => same(form) && (same([pair[0], form[0]]) || same([pair[1], form[1]])));
}
/** The pair at a JSON Pointer; undefined where one side has no such place. */
function pairAt(pair, steps) {
    let [before, after] = pair;
    for (const step of steps) {
        const at = membersAt(before, after, step);
        if (at === undefined)
            return undefined;
        [before, after] = at;
    }
    return [before, after];
}
function membersAt(before, after, step) {
    const has = (value) => typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    if (!has(before) || !has(after))
        return undefined;
    return [before[step], after[step]];
}
/**
 * Parts the edits of an object in those that are changes and those that withholding made.
 *
 * @param rule undefined: all are changes
 */
function splitWithheld(edits, sides, rule) {
    if (rule === undefined)
        return { edits: [...edits], withheld: [] };
    const [before, after] = [sides.before, sides.after].map((side) => withheldForms(side, sides));
    const forms = (before ?? []).map((form, index) => [form, after?.[index] ?? null]);
    const isWithheld = (edit) => {
        if (edit.before === undefined || edit.after === undefined)
            return false;
        const pair = [edit.before, edit.after];
        if (rule === 'variables')
            return isWithheldOnly(pair, undefined);
        const steps = pointerSteps(edit.pointer);
        const at = forms.flatMap((form) => {
            const found = pairAt(form, steps);
            return found === undefined ? [] : [found];
        });
        return isWithheldOnly(pair, at);
    };
    const withheld = edits.filter(isWithheld);
    const isOf = new Set(withheld);
    return { edits: edits.filter((edit) => !isOf.has(edit)), withheld };
}

;// CONCATENATED MODULE: ./src/services/project-state.ts
/** What a backup holds, object by object, so that two backups can be compared. */
/**
 * A section whose objects become canonical JSON when they are asked for. Most are not: those of the same raw text as
 * before are the same.
 */
class LazySection {
    #raw;
    #canonical;
    /**
     * @param raw texts as they were read, by id
     * @param canonical makes one canonical; sections of the same function can be compared raw
     */
    constructor(raw, canonical) {
        this.#raw = raw;
        this.#canonical = canonical;
    }
    /** Whether both have this object with the same raw text. If not, it may be the same object all the same. */
    static haveSame(a, b, id) {
        if (!(a instanceof LazySection && b instanceof LazySection))
            return false;
        const raw = a.#raw.get(id);
        return a.#canonical === b.#canonical && raw !== undefined && raw === b.#raw.get(id);
    }
    get size() {
        return this.#raw.size;
    }
    get(id) {
        const raw = this.#raw.get(id);
        return raw === undefined ? undefined : this.#canonical(raw);
    }
    has(id) {
        return this.#raw.has(id);
    }
    keys() {
        return this.#raw.keys();
    }
    *entries() {
        for (const [id, raw] of this.#raw)
            yield [id, this.#canonical(raw)];
    }
    *values() {
        for (const raw of this.#raw.values())
            yield this.#canonical(raw);
    }
    forEach(visit) {
        for (const [id, text] of this)
            visit(text, id, this);
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}

;// CONCATENATED MODULE: ./src/services/diff.ts





function step(key) {
    return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
/**
 * Where two values differ. Objects are compared member by member; lists as a whole, since most of them are sets, and the
 * place of an entry says little.
 */
function findEdits(before, after, pointer) {
    if (!(0,json_value/* isJsonObject */.OW)(before) || !(0,json_value/* isJsonObject */.OW)(after)) {
        return (0,json_write/* canonicalJson */.dj)(before) === (0,json_write/* canonicalJson */.dj)(after) ? [] : [{ pointer, before, after }];
    }
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].sort().flatMap((key) => {
        const place = pointer + step(key);
        const old = before[key];
        const now = after[key];
        if (!Object.hasOwn(before, key))
            return [{ pointer: place, after: now }];
        if (!Object.hasOwn(after, key))
            return [{ pointer: place, before: old }];
        return findEdits(old, now, place);
    });
}
function parse(text) {
    return (0,json_parse/* parseJson */.qF)(Buffer.from(text));
}
/** What is the same in an object is read again when it is asked for: many that changed cost no memory for it. */
class ChangedObject {
    kind = 'changed';
    section;
    id;
    edits;
    #before;
    #after;
    constructor(section, id, edits, before, after) {
        this.section = section;
        this.id = id;
        this.edits = edits;
        this.#before = before;
        this.#after = after;
    }
    get whole() {
        return {
            before: parse(this.#before.get(this.id)),
            after: parse(this.#after.get(this.id)),
        };
    }
}
function diffSection(section, before, after, { rule, withheldSince }) {
    const changes = [];
    let kept = 0;
    for (const id of before.keys()) {
        if (after.has(id))
            kept++;
        if (LazySection.haveSame(before, after, id))
            continue;
        const text = before.get(id);
        const now = after.get(id);
        if (now === text)
            continue;
        const old = parse(text);
        if (now === undefined) {
            changes.push({ section, id, kind: 'removed', edits: [{ pointer: '', before: old }] });
            continue;
        }
        const fresh = parse(now);
        const found = findEdits(old, fresh, '');
        const { edits, withheld } = splitWithheld(found, { section, id, before: old, after: fresh }, rule);
        if (edits.length > 0)
            changes.push(new ChangedObject(section, id, edits, before, after));
        if (withheld.length > 0) {
            withheldSince.push({ section, id, kind: 'changed', edits: withheld });
        }
    }
    for (const id of kept === after.size ? [] : after.keys()) {
        if (before.has(id))
            continue;
        const now = parse(after.get(id));
        changes.push({ section, id, kind: 'added', edits: [{ pointer: '', after: now }] });
    }
    return changes.sort((a, b) => (a.id < b.id ? -1 : 1));
}
/** Tells what changed between two backups. */
class DiffService {
    /**
     * Every difference, with whole values: applied to `before`, it gives `after`.
     *
     * @param rule tells what differs only because it is withheld by now, or was; undefined: nothing does
     */
    diff(before, after, rule) {
        const names = [...new Set([...before.keys(), ...after.keys()])].sort();
        const changes = [];
        const notComparable = [];
        const withheldSince = [];
        for (const name of names) {
            const old = before.get(name);
            const now = after.get(name);
            if (old === undefined || now === undefined)
                notComparable.push(name);
            else
                changes.push(...diffSection(name, old, now, { rule, withheldSince }));
        }
        return { changes, notComparable, ...(withheldSince.length > 0 && { withheldSince }) };
    }
}
function applyEdit(value, path, edit) {
    const [key, ...rest] = path;
    if (key === undefined)
        return edit.after;
    const copy = {};
    for (const [name, child] of Object.entries(value)) {
        if (name !== key)
            setOwn(copy, name, child);
    }
    const child = Object.hasOwn(value, key) ? value[key] : undefined;
    const changed = applyEdit(child, rest, edit);
    if (changed !== undefined)
        setOwn(copy, key, changed);
    return copy;
}
/** The keys of an edit's pointer, from the object down. */
function pathOf({ pointer }) {
    return pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
/** What {@link DiffService.diff} was told as `after`, but for the sections that are not comparable. */
function applyDiff(before, { changes, withheldSince = [] }) {
    const result = new Map([...before].map(([name, objects]) => [name, new Map(objects)]));
    for (const { section, id, kind, edits } of [...changes, ...withheldSince]) {
        const objects = result.get(section);
        if (kind === 'removed') {
            objects?.delete(id);
            continue;
        }
        let value = kind === 'added' ? null : parse(objects?.get(id) ?? 'null');
        for (const edit of edits)
            value = applyEdit(value ?? null, pathOf(edit), edit);
        objects?.set(id, canonicalJson(value ?? null));
    }
    return result;
}
/** Files of a snapshot that repeat a section of the backup, and which. */
const SNAPSHOT_TWINS = [
    [/^roles\.json$/, 'roles'],
    [/^permissions\.json$/, 'permissions'],
    [/^jwttemplates\.json$/, 'jwt-templates'],
    [/^lists\.json$/, 'lists'],
    [/^applications\.json$/, 'sso-apps'],
    [/^outboundapps\.json$/, 'outbound-apps'],
    [/^attributes\.json$/, 'user-attributes'],
    [/^styles\//, 'theme'],
    [/^flows\/flows\.json$/, 'flows'],
    [/^auth\/password\.json$/, 'password-settings'],
];
/**
 * Which section a file of a snapshot repeats: one edit of a flow or a role must not count twice.
 *
 * @returns undefined when it repeats none, or the section (of a flow's files, the flow) has no change of its own
 */
function twinFinder(changes) {
    const sections = new Set(changes.map(({ section }) => section));
    const flows = new Set(changes.flatMap(({ section, id }) => (section === 'flows' ? [id] : [])));
    return ({ section, id: file }) => {
        if (section !== 'snapshot')
            return undefined;
        const [, flow] = /^flows\/([^/]+)\//.exec(file) ?? [];
        if (flow !== undefined && flows.has(flow))
            return 'flows';
        const twin = SNAPSHOT_TWINS.find(([pattern]) => pattern.test(file))?.[1];
        return twin !== undefined && sections.has(twin) ? twin : undefined;
    };
}
/** The changes without those of snapshot files that repeat what another change says. */
function withoutTwins(changes) {
    const twinOf = twinFinder(changes);
    return changes.filter((change) => twinOf(change) === undefined);
}

;// CONCATENATED MODULE: ./src/services/diff-report.ts
/** A diff as it is shown: most important first, without secrets, values shortened. */






const HIDDEN = '(hidden)';
const MAX_TEXT = 200;
const MAX_VALUE = 1000;
/** The beginning of a long text; no pair of surrogates is cut. */
function shorten(text) {
    return text.length <= MAX_TEXT
        ? text
        : `${text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '')}... (${text.length} characters)`;
}
/** A value that JSON.stringify can write: long texts cut, and numbers that JavaScript cannot hold as text. */
function shortened(value) {
    if (value instanceof json_value/* ExactNumber */.fh)
        return shorten(value.text);
    if (typeof value === 'string')
        return shorten(value);
    if (Array.isArray(value))
        return value.map(shortened);
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const shown = {};
    for (const [key, child] of Object.entries(value))
        (0,json_value/* setOwn */.P5)(shown, key, shortened(child));
    return shown;
}
/** A value as it is shown at a place: the names above it say whether it is a secret. Nothing is free form here. */
function withoutSecrets(value, steps) {
    const nested = steps.reduceRight((inner, step) => {
        const above = {};
        (0,json_value/* setOwn */.P5)(above, step, inner);
        return above;
    }, value);
    const safe = withhold_withholdSecrets(nested, { mark: HIDDEN }).value;
    return steps.reduce((outer, step) => outer[step], safe);
}
/** A value as plain JSON that JSON.stringify can write; what is long becomes its beginning as text. */
function show(value, edit) {
    const text = (0,json_write/* canonicalJson */.dj)(shortened(withoutSecrets(value, pathOf(edit))));
    return text.length > MAX_VALUE ? shorten(text) : JSON.parse(text);
}
/** An object without a name is called by all that it is, which may hold secrets, or be long. */
function showId(id) {
    if (!/^[[{]/.test(id))
        return id;
    try {
        return shorten((0,json_write/* canonicalJson */.dj)(shortened(withoutSecrets((0,json_parse/* parseJson */.qF)(Buffer.from(id)), []))));
    }
    catch {
        // It is a name after all.
        return id;
    }
}
function showEdit(edit) {
    const { pointer, before, after } = edit;
    return {
        pointer,
        ...(before !== undefined && { before: show(before, edit) }),
        ...(after !== undefined && { after: show(after, edit) }),
    };
}
/** What people look for first. */
const SECTION_ORDER = ['tenants', 'tenant-sso', 'tenant-settings', 'flows', 'roles', 'access-keys'];
function rank(section) {
    const index = SECTION_ORDER.indexOf(section);
    return index === -1 ? SECTION_ORDER.length : index;
}
/** Makes of a diff what is shown of it. */
function reportDiff(diff, { risk, findings }) {
    const order = new Map();
    const key = (section, id) => JSON.stringify([section, id]);
    for (const [index, { section, id }] of findings.entries()) {
        if (!order.has(key(section, id)))
            order.set(key(section, id), index);
    }
    // What repeats another change is left out, unless it alone shows what was found.
    const twinOf = twinFinder(diff.changes);
    const changes = diff.changes.filter((change) => twinOf(change) === undefined || order.has(key(change.section, change.id)));
    const place = ({ section, id }) => order.get(key(section, id)) ?? findings.length;
    const sorted = [...changes].sort((a, b) => place(a) - place(b) || rank(a.section) - rank(b.section));
    const shown = new Set(changes.map(({ section, id }) => key(section, id)));
    const isUnknown = changes.length === 0 && diff.notComparable.length > 0;
    return {
        changed: isUnknown ? 'unknown' : changes.length > 0 ? 'true' : 'false',
        change_count: changes.length,
        risk: isUnknown ? 'unknown' : risk,
        findings: findings
            .filter(({ section, id }) => shown.has(key(section, id)))
            .map((finding) => ({ ...finding, id: showId(finding.id), text: shorten(finding.text) })),
        changes: sorted.map(({ section, id, kind, edits }) => ({
            section,
            id: showId(id),
            kind,
            edits: edits.map(showEdit),
        })),
        not_comparable: diff.notComparable,
        ...(diff.withheldSince && {
            withheld_since: diff.withheldSince.map(({ section, id, edits }) => ({
                section,
                id: showId(id),
                pointers: edits.map(({ pointer }) => pointer),
            })),
        }),
    };
}
const MAX_SUBJECT = 72;
const MAX_LINES = 50;
/**
 * One line of anything, in which nothing is obeyed: line breaks would end a commit's subject, and marks of direction turn
 * what follows around.
 */
function oneLine(text) {
    return withoutOrders(text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' '));
}
/** The environment and what is said of it, in one line that is short enough. */
function subjectOf(environment, text) {
    const name = oneLine(environment);
    const room = MAX_SUBJECT - text.length - ': '.length;
    const short = name.length <= room
        ? name
        : `${name.slice(0, Math.max(0, room - 3)).replace(/[\ud800-\udbff]$/, '')}...`;
    return `${short}: ${text}`;
}
const SINGULAR = {
    tenants: 'tenant',
    flows: 'flow',
    roles: 'role',
};
/** `2 tenants changed, 1 flow added`. */
function countChanges(changes) {
    const counts = new Map();
    for (const { section, kind } of changes) {
        const entry = counts.get(`${section} ${kind}`) ?? { section, kind, count: 0 };
        entry.count++;
        counts.set(`${section} ${kind}`, entry);
    }
    return [...counts.values()]
        .map(({ section, kind, count }) => {
        const noun = count === 1 ? (SINGULAR[section] ?? section) : section;
        return `${count} ${noun} ${kind}`;
    })
        .join(', ');
}
/**
 * The changes as a commit message: a subject of at most 72 characters, and a body with a line an object.
 *
 * @param report undefined when it is not known what changed
 * @param options.mayName whether ids may be in it; else there is the subject alone
 */
function commitMessage(report, { environment, backupId, mayName }) {
    if (report === undefined || report.changed === 'unknown')
        return subjectOf(environment, `backup ${backupId}`);
    if (report.change_count === 0)
        return subjectOf(environment, `no change in backup ${backupId}`);
    const risk = report.risk === 'high' ? ' (high risk)' : '';
    const long = `${oneLine(`${environment}: ${countChanges(report.changes)}`)}${risk}`;
    const total = report.change_count === 1 ? '1 change' : `${report.change_count} changes`;
    const subject = long.length <= MAX_SUBJECT ? long : subjectOf(environment, `${total}${risk}`);
    if (!mayName)
        return subject;
    const capped = (all, line) => [
        ...all.slice(0, MAX_LINES).map(line),
        ...(all.length > MAX_LINES ? [`... and ${all.length - MAX_LINES} more`] : []),
    ];
    const findings = capped(report.findings, ({ section, id, text }) => oneLine(`! ${section} ${shorten(id)}: ${text}`));
    const lines = capped(report.changes, ({ section, id, kind }) => oneLine(`${kind} ${section} ${shorten(id)}`));
    return [
        subject,
        '',
        ...findings,
        ...(findings.length > 0 ? [''] : []),
        ...lines,
        '',
        `Backup ${backupId}`,
    ].join('\n');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./src/services/sso-configurations.ts
/** The SSO configurations of one tenant: the API answers a list, and what tells one from the other is its `ssoId`. */

/** What a configuration is called: the tenant's default one has an empty `ssoId`, or none. */
function sso_configurations_nameOf({ ssoId }) {
    return typeof ssoId === 'string' && ssoId !== '' ? `ssoId=${ssoId}` : 'default';
}
function isList(value) {
    return Array.isArray(value);
}
/**
 * The list as an object, so that two configurations that changed places are no change, and a pointer into one names it:
 * `/ssoId=employees/saml/idpCertificate`.
 *
 * @returns the list itself when it holds something else, or two of one name
 */
function bySsoId(list) {
    if (!isList(list))
        return list;
    const keyed = {};
    for (const one of list) {
        if (!(0,json_value/* isJsonObject */.OW)(one) || Object.hasOwn(keyed, sso_configurations_nameOf(one)))
            return list;
        (0,json_value/* setOwn */.P5)(keyed, sso_configurations_nameOf(one), one);
    }
    return keyed;
}
/** The configurations by name, whichever form they are in; those of a name that is taken already as `<name>#2` and so on. */
function configurationsOf(value) {
    const found = new Map();
    const all = isList(value)
        ? value.map((one) => [(0,json_value/* isJsonObject */.OW)(one) ? sso_configurations_nameOf(one) : '', one])
        : (0,json_value/* isJsonObject */.OW)(value)
            ? Object.entries(value)
            : [];
    for (const [name, one] of all) {
        if (!(0,json_value/* isJsonObject */.OW)(one))
            continue;
        let free = name;
        for (let copy = 2; found.has(free); copy++)
            free = `${name}#${copy}`;
        found.set(free, one);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/services/read-state.ts













/** Numbers that the next objects of an id in use may have, so that many of one id do not take the square of the time. */
const nextCopies = new WeakMap();
/** Two objects of one id stay two. */
function add(section, id, text) {
    let free = id;
    if (section.has(id)) {
        const copies = nextCopies.get(section) ?? new Map();
        nextCopies.set(section, copies);
        let copy = copies.get(id) ?? 2;
        while (section.has((free = `${id}#${copy}`)))
            copy++;
        copies.set(id, copy + 1);
    }
    section.set(free, text);
}
/** Text is decoded in runs of about this length. */
const RUN_BYTES = 256 * 1024;
const TENANTS = { name: 'tenants', idKey: 'tenant_id' };
const FLOWS = { name: 'flows', idKey: 'flow_id' };
/** A tenant's configuration without the order of its domains, which says nothing. The object itself is changed. */
function sortDomains(config) {
    const domains = config['domains'];
    if (Array.isArray(domains))
        domains.sort();
    return config;
}
/** An entry of project.json as canonical JSON of what counts: of a config file there is no noise but the order of domains. */
function entryText({ tenant_id: id, config, tenant_data: tenant, flow_data: flow }, isLive) {
    if ((0,json_value/* isJsonObject */.OW)(tenant))
        return (0,json_write/* canonicalJson */.dj)(NEWEST_NOISE.object(tenant));
    if (id !== undefined)
        return (0,json_write/* canonicalJson */.dj)(sortDomains(config));
    return (0,json_write/* canonicalJson */.dj)(isLive ? NEWEST_NOISE.object(flow) : flow);
}
function parseEntry(raw) {
    return (0,json_parse/* parseJson */.qF)(Buffer.from(`{${raw}}`));
}
/** One function each for all states: {@link LazySection} compares raw text of the same one. */
const liveText = (raw) => entryText(parseEntry(raw), true);
const configText = (raw) => entryText(parseEntry(raw), false);
/**
 * Cuts a list that is laid out as `formatProject` does into the texts of its entries, by their ids. The metadata at the
 * end of each is left out: it is the same in all.
 *
 * @param start after the list's bracket, and `end` before the closing one
 * @returns undefined when it is laid out otherwise
 */
function cutList(bytes, start, end, { idKey }) {
    const section = new Map();
    if (start === end)
        return section;
    const open = bytes.indexOf(',\n      "metadata": {', start);
    const close = bytes.indexOf('\n      }', open + 1);
    if (open === -1 || close === -1 || close > end)
        return undefined;
    const entryEnd = `${bytes.toString('utf8', open, close)}\n      }\n    }`;
    const entryStart = '\n    {';
    const idStart = `\n      "${idKey}": "`;
    for (let at = start; at < end;) {
        const cut = bytes.indexOf('\n    },\n', at + RUN_BYTES);
        const stop = cut === -1 || cut >= end ? end : cut + '\n    }'.length;
        const text = bytes.toString('utf8', at, stop);
        if (!text.startsWith(entryStart) || !text.endsWith(entryEnd))
            return undefined;
        const entries = text.slice(entryStart.length, -entryEnd.length);
        for (const raw of entries.split(`${entryEnd},${entryStart}`)) {
            const idEnd = raw.indexOf('",\n', idStart.length);
            if (!raw.startsWith(idStart) || idEnd === -1)
                return undefined;
            const id = raw.slice(idStart.length, idEnd);
            add(section, id.includes('\\') ? JSON.parse(`"${id}"`) : id, raw);
        }
        at = stop + 1;
    }
    return section;
}
/**
 * Reads a project.json that is laid out as it was written, which most are, without parsing it.
 *
 * @returns undefined for any other
 */
function cutProjectFile(bytes, { counts, source }) {
    let at = bytes.indexOf(',\n  "tenants": [');
    if (at === -1)
        return undefined;
    try {
        // What stands before must be whole, or the list is that of another object.
        JSON.parse(`${bytes.toString('utf8', 0, at)}}`);
    }
    catch {
        return undefined;
    }
    const read = (list) => {
        const key = `,\n  "${list.name}": [`;
        const start = at + key.length;
        if (bytes.toString('latin1', at, start) !== key)
            return undefined;
        const isEmpty = bytes.toString('latin1', start, start + 1) === ']';
        const end = isEmpty ? start : bytes.indexOf('\n  ]', start);
        at = end + (isEmpty ? ']' : '\n  ]').length;
        const section = end === -1 ? undefined : cutList(bytes, start, end, list);
        return section?.size === counts[list.name] ? section : undefined;
    };
    const tenants = read(TENANTS);
    const flows = tenants && read(FLOWS);
    if (tenants === undefined || flows === undefined || bytes.toString('latin1', at) !== '\n}\n')
        return undefined;
    const canonical = source.type === 'management-api' ? liveText : configText;
    return {
        tenants: new LazySection(tenants, canonical),
        flows: new LazySection(flows, canonical),
    };
}
/** Reads any other project.json. */
function parseProjectFile(bytes, { source }) {
    const isLive = source.type === 'management-api';
    const sections = { tenants: new Map(), flows: new Map() };
    (0,json_parse/* parseJsonInRuns */.h9)(bytes, ['tenants', 'flows'], (name, run) => {
        const { idKey } = name === 'tenants' ? TENANTS : FLOWS;
        for (const entry of run) {
            add(sections[name], entry[idKey], entryText(entry, isLive));
        }
    });
    return sections;
}
/** What an object of a list is called by: its id, else its name, else all of it; a role of a tenant with the tenant. */
function identity(value, section) {
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return (0,json_write/* canonicalJson */.dj)(value);
    const { id, name, tenantId } = value;
    if (section === 'roles' && typeof name === 'string') {
        return typeof tenantId === 'string' && tenantId !== '' ? `${tenantId}/${name}` : name;
    }
    if (typeof id === 'string' && id !== '')
        return id;
    return typeof name === 'string' && name !== '' ? name : (0,json_write/* canonicalJson */.dj)(value);
}
/** Sections that have one entry a tenant. */
const BY_TENANT = new Set(['tenant-settings', 'tenant-sso']);
function readResource(section, bytes) {
    const objects = new Map();
    const value = NEWEST_NOISE.resource(section, (0,json_parse/* parseJson */.qF)(bytes));
    if (Array.isArray(value)) {
        for (const one of value) {
            add(objects, identity(one, section), (0,json_write/* canonicalJson */.dj)(one));
        }
    }
    else if (BY_TENANT.has(section) && (0,json_value/* isJsonObject */.OW)(value)) {
        for (const [id, one] of Object.entries(value)) {
            add(objects, id, (0,json_write/* canonicalJson */.dj)(section === 'tenant-sso' ? bySsoId(one) : one));
        }
    }
    else {
        add(objects, section, (0,json_write/* canonicalJson */.dj)(value));
    }
    return objects;
}
function readSnapshotFile(path, bytes) {
    return (0,json_write/* canonicalJson */.dj)(other_files_isJsonFile(path)
        ? NEWEST_NOISE.snapshotFile(path, (0,json_parse/* parseJson */.qF)(bytes))
        : { sha256: checksums_sha256(bytes) });
}
/**
 * Reads the state of a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when a file cannot be read
 */
async function readProjectState(path, manifest) {
    // At once: the asynchronous one reads a large file in thousands of small pieces.
    const bytes = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(path, PROJECT_FILE));
    const { tenants, flows } = cutProjectFile(bytes, manifest) ?? parseProjectFile(bytes, manifest);
    const sections = new Map([
        ['tenants', tenants],
        ['flows', flows],
    ]);
    const snapshot = new Map();
    sections.set('snapshot', snapshot);
    for (const file of (await (0,list_files/* listFiles */.C)(path)).files) {
        if (file.startsWith(RESOURCES_FOLDER)) {
            const section = file.slice(RESOURCES_FOLDER.length).replace(/\.json$/, '');
            sections.set(section, readResource(section, await (0,promises_.readFile)((0,external_node_path_.join)(path, file))));
        }
        else if (file.startsWith(SNAPSHOT_FOLDER)) {
            const name = file.slice(SNAPSHOT_FOLDER.length);
            snapshot.set(name, readSnapshotFile(name, await (0,promises_.readFile)((0,external_node_path_.join)(path, file))));
        }
    }
    const saved = new Set(manifest.coverage.flatMap(({ section, status }) => (status === 'saved' ? [section] : [])));
    return new Map([...sections].filter(([section]) => saved.has(section)));
}

;// CONCATENATED MODULE: ./src/services/newly-asked.ts



/** From these rules on, every tenant is asked for its SSO. */
const FIRST_RULES_OF_ALL_SSO = 2;
/**
 * Whether release 1.0.0 asks for a tenant's SSO: it has an SSO domain, a method, or does not say.
 *
 * @param tenant as canonical JSON; undefined for one that was not there
 */
function wasAsked(tenant) {
    const value = tenant === undefined ? undefined : (0,json_parse/* parseJson */.qF)(Buffer.from(tenant));
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return false;
    const { authType, domains, enforceSSO } = value;
    if (authType === undefined || authType === null)
        return true;
    if (enforceSSO === true || (Array.isArray(domains) && domains.length > 0))
        return true;
    return authType !== '' && authType !== 'none';
}
/**
 * A state without what the earlier backup could not know of, because the release that took it did not ask: SSO that was
 * switched off and kept its configuration. That it is in the new one is no change of the project, unless it was switched on.
 */
function withoutNewlyAsked(earlier, after) {
    const now = after.get('tenant-sso');
    const before = earlier.state.get('tenant-sso');
    const isOfAll = (0,models_manifest/* contentRules */.tc)(earlier.manifest) >= FIRST_RULES_OF_ALL_SSO;
    if (isOfAll || now === undefined || before === undefined)
        return after;
    const tenants = earlier.state.get('tenants');
    const tenantsNow = after.get('tenants');
    // A tenant that came since is new with all that it has.
    const isNew = (id) => tenants !== undefined && !tenants.has(id);
    const known = [...now].filter(([id]) => before.has(id) || isNew(id) || wasAsked(tenants?.get(id)) || wasAsked(tenantsNow?.get(id)));
    return new Map([...after, ['tenant-sso', new Map(known)]]);
}

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./src/services/risk/changed-places.ts
/** The places of an object that changed, at any depth: what the rules of the risk look at. */



/** What customers fill as they like: no key in it is one of ours. */
const changed_places_CUSTOM = new Set(['customattributes', 'customclaims']);
function plainKey(key) {
    return key.replaceAll('_', '').toLowerCase();
}
function sides(before, after) {
    return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
function members(value) {
    return new Map((0,json_value/* isJsonObject */.OW)(value) ? Object.entries(value) : []);
}
function entries(value) {
    return Array.isArray(value) ? value : [];
}
/** What tells an entry of a list from the others, where something does. */
function changed_places_nameOf(value) {
    const names = members(value);
    for (const key of ['ssoId', 'id', 'name']) {
        const name = names.get(key);
        if (typeof name === 'string')
            return `${key}:${name}`;
    }
    return undefined;
}
function isNested(value) {
    return (0,json_value/* isJsonObject */.OW)(value) || Array.isArray(value);
}
/** The objects and lists in which two lists differ, whatever their order: those of one name together, then as they stand. */
function pairEntries(before, after) {
    const toKeep = new Map();
    const without = (list) => (text, index) => {
        const count = toKeep.get(text) ?? 0;
        toKeep.set(text, count - 1);
        return count > 0 ? [] : [list[index]];
    };
    const differing = (list, other) => {
        toKeep.clear();
        for (const text of other)
            toKeep.set(text, (toKeep.get(text) ?? 0) + 1);
        return list.map(json_write/* canonicalJson */.dj).flatMap(without(list));
    };
    const [allOld, allNow] = [before.filter(isNested), after.filter(isNested)];
    const old = differing(allOld, allNow.map(json_write/* canonicalJson */.dj));
    const now = differing(allNow, allOld.map(json_write/* canonicalJson */.dj));
    const byName = new Map(now.map((one) => [changed_places_nameOf(one), one]));
    byName.delete(undefined);
    const pairs = [];
    const rest = [];
    const taken = new Set();
    for (const one of old) {
        const name = changed_places_nameOf(one);
        const other = byName.get(name);
        byName.delete(name);
        if (other === undefined)
            rest.push(one);
        else {
            pairs.push(sides(one, other));
            taken.add(other);
        }
    }
    const unnamed = now.filter((one) => !taken.has(one));
    for (let index = 0; index < Math.max(rest.length, unnamed.length); index++) {
        const [a, b] = [rest[index], unnamed[index]];
        // Two that are called differently are two: one went, one came.
        const isPair = a !== undefined && b !== undefined && (changed_places_nameOf(a) ?? changed_places_nameOf(b)) === undefined;
        if (isPair)
            pairs.push(sides(a, b));
        else {
            if (a !== undefined)
                pairs.push(sides(a, undefined));
            if (b !== undefined)
                pairs.push(sides(undefined, b));
        }
    }
    return pairs;
}
/** All places that changed, but for those in what customers fill as they like. */
function placesOf({ edits }) {
    const places = [];
    const visit = (path, { before, after }) => {
        if (path.some((key) => changed_places_CUSTOM.has(key)))
            return;
        places.push({ path, key: path.at(-1) ?? '', ...sides(before, after) });
        if (Array.isArray(before) || Array.isArray(after)) {
            // Of a value that became a list, or was one, what is in the other is seen as well.
            const list = (value) => Array.isArray(value) || value === undefined ? entries(value) : [value];
            for (const pair of pairEntries(list(before), list(after)))
                visit([...path, ''], pair);
            return;
        }
        const old = members(before);
        const now = members(after);
        for (const key of new Set([...old.keys(), ...now.keys()])) {
            const [a, b] = [old.get(key), now.get(key)];
            if (a !== undefined && b !== undefined && (0,json_write/* canonicalJson */.dj)(a) === (0,json_write/* canonicalJson */.dj)(b))
                continue;
            visit([...path, plainKey(key)], sides(a, b));
        }
    };
    for (const edit of edits)
        visit(pathOf(edit).map(plainKey), edit);
    return places;
}
function strings(value) {
    if (typeof value === 'string')
        return [value];
    return entries(value).filter((one) => typeof one === 'string');
}
/** What is in a list now and was not before; what only moved from one place of the object to another is not. */
function gained(places) {
    const old = new Set(places.flatMap(({ before }) => strings(before)));
    return places.flatMap(({ after }) => strings(after)).filter((one) => one !== '' && !old.has(one));
}
function at(places, ...keys) {
    return places.filter(({ key }) => keys.includes(key));
}
/** The members of an object by their plain keys; of anything else, none. */
function plainMembers(value) {
    return new Map([...members(value)].map(([key, child]) => [plainKey(key), child]));
}
/** Whether nothing is there: the API answers texts and lists that are empty instead of leaving them out. */
function isBlank(value) {
    return (value === undefined ||
        value === null ||
        value === '' ||
        value === false ||
        (Array.isArray(value) && value.length === 0));
}
/** Whether two values say the same, nothing in whichever form included. */
function saySame(a, b) {
    if (isBlank(a) || isBlank(b))
        return isBlank(a) && isBlank(b);
    return (0,json_write/* canonicalJson */.dj)(a) === (0,json_write/* canonicalJson */.dj)(b);
}
/** The places of two objects as if one had become the other. */
function placesBetween(before, after) {
    return placesOf({ edits: [{ pointer: '', ...sides(before, after) }] });
}
/** Whether a switch was turned on. */
function isTurnedOn({ before, after }) {
    return after === true && before !== true;
}
/** Whether a switch that was on is not any more, or is gone. */
function isTurnedOff({ before, after }) {
    return before === true && after !== true;
}

;// CONCATENATED MODULE: ./src/services/risk/access-keys.ts
/** What an access key opens, and from where. */



const accessKeyAdded = {
    name: 'access-key-added',
    finds: 'an access key that is new, or active again',
    misses: 'what a new key may do',
    find: ({ section, kind, places }) => {
        if (section !== 'access-keys')
            return [];
        if (kind === 'added')
            return ['an access key was added'];
        const isActive = at(places, 'status').some(({ path, after }) => path.length === 1 && after === 'active');
        return kind === 'changed' && isActive ? ['an access key was made active again'] : [];
    },
};
/** Roles by tenant, and the tenants themselves. */
function tenantGrants(value) {
    const grants = new Set();
    for (const one of entries(value).map(members)) {
        const tenant = one.get('tenantId');
        if (typeof tenant !== 'string')
            continue;
        grants.add(`tenant ${tenant}`);
        for (const role of strings(one.get('roleNames')))
            grants.add(`role ${role} in tenant ${tenant}`);
    }
    return grants;
}
/** @returns undefined when it is no address and no range in CIDR notation */
function parseRange(text) {
    const [address = '', prefix, ...rest] = text.trim().split('/');
    const version = (0,external_node_net_namespaceObject.isIP)(address);
    const bits = version === 4 ? 32 : 128;
    if (version === 0 || rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) {
        return undefined;
    }
    const length = prefix === undefined ? bits : Number(prefix);
    return length > bits
        ? undefined
        : { address, prefix: length, family: version === 4 ? 'ipv4' : 'ipv6' };
}
/** Whether all that one range lets in is let in by another. */
function isWithin(text, others) {
    if (others.includes(text))
        return true;
    const range = parseRange(text);
    if (range === undefined)
        return false;
    return others.some((other) => {
        const wider = parseRange(other);
        if (wider?.family !== range.family || wider.prefix > range.prefix)
            return false;
        const list = new external_node_net_namespaceObject.BlockList();
        list.addSubnet(wider.address, wider.prefix, wider.family);
        return list.check(range.address, range.family);
    });
}
function widerRanges({ before, after }) {
    const old = strings(before);
    const now = strings(after);
    if (old.length === 0)
        return [];
    if (now.length === 0)
        return ['the access key can be used from any address'];
    return now
        .filter((range) => !isWithin(range, old))
        .map((range) => `the access key can be used from ${range}`);
}
function seconds(value) {
    if (value instanceof json_value/* ExactNumber */.fh)
        return Number(value.text);
    return typeof value === 'number' ? value : Number(typeof value === 'string' ? value : 0);
}
/** A key that never ends has 0, or nothing, as its end. */
function livesLonger({ before, after }) {
    const [old, now] = [seconds(before), seconds(after)];
    return old > 0 && (!(now > 0) || now > old);
}
const accessKeyWidened = {
    name: 'access-key-widened',
    finds: 'a role or a tenant that an access key did not have, another user that it stands for, an address or range that it could not be used from, a limit of addresses or an end that is gone, a later end',
    misses: 'its custom claims',
    find: ({ section, kind, places }) => {
        if (section !== 'access-keys' || kind !== 'changed')
            return [];
        const top = places.filter(({ path }) => path.length === 1);
        return [
            ...gained(at(top, 'rolenames')).map((role) => `the access key gained role ${role}`),
            ...at(top, 'keytenants').flatMap(({ before, after }) => {
                const old = tenantGrants(before);
                return [...tenantGrants(after)]
                    .filter((grant) => !old.has(grant))
                    .map((grant) => `the access key gained ${grant}`);
            }),
            ...at(top, 'permittedips').flatMap(widerRanges),
            ...at(top, 'expiretime')
                .filter(livesLonger)
                .map(() => 'the access key lives longer'),
            ...at(top, 'bounduserid')
                .filter(({ after }) => !isBlank(after))
                .map(() => 'the access key stands for another user'),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/risk/applications.ts

/** Roles by group, of an application that is told the groups of who signs in. */
function groupRoles(value) {
    const found = new Set();
    for (const one of entries(value).map(members)) {
        const group = one.get('value') ?? one.get('name');
        for (const role of entries(one.get('roles'))) {
            const name = members(role).get('name') ?? members(role).get('id') ?? role;
            if (typeof name === 'string' && typeof group === 'string') {
                found.add(`role ${name} is group ${group} in the application`);
            }
        }
    }
    return found;
}
/** Values by scope. */
function scopeValues(value) {
    return new Set(entries(value)
        .map(members)
        .flatMap((scope) => {
        const name = scope.get('name');
        return strings(scope.get('values')).map((one) => `scope ${typeof name === 'string' ? name : ''} gives ${one}`);
    }));
}
function added(read, { before, after }) {
    const old = read(before);
    return [...read(after)].filter((one) => !old.has(one));
}
const applicationGrantsMore = {
    name: 'application-grants-more',
    finds: 'a role that a SAML or WS-Fed application takes for another group, a scope of an inbound application that gives more, a tenant that an inbound application did not reach, or its limit of tenants that is gone',
    misses: 'a new application, other settings of an application',
    find: ({ section, kind, places }) => {
        if (kind !== 'changed' || (section !== 'sso-apps' && section !== 'inbound-apps'))
            return [];
        const tenants = at(places, 'allowedtenants').filter(({ path }) => path.length === 1);
        return [
            ...at(places, 'groupsmapping').flatMap((place) => added(groupRoles, place)),
            ...at(places, 'permissionsscopes', 'attributesscopes', 'connectionsscopes').flatMap((place) => added(scopeValues, place)),
            ...tenants.flatMap((place) => {
                if (isBlank(place.before))
                    return [];
                return isBlank(place.after)
                    ? ['users of every tenant may use the application']
                    : gained([place]).map((tenant) => `users of tenant ${tenant} may use the application`);
            }),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/risk/trusted-fields.ts
/** Fields that say whom a provider of identities is: what an attacker who stands in for it must change. */


/** The fields of a value at any depth, by where they stand. */
function fieldsOf(value, { names }) {
    const found = new Map();
    const visit = (object, path) => {
        for (const [key, child] of members(object)) {
            const plain = plainKey(key);
            if (changed_places_CUSTOM.has(plain))
                continue;
            if (names.has(plain))
                found.set(`${path}/${plain}`, child);
            else if ((0,json_value/* isJsonObject */.OW)(child))
                visit(child, `${path}/${plain}`);
        }
    };
    visit(value, '');
    return found;
}
/** Whether a value has any of the fields, filled. */
function isConfigured(value, fields) {
    return [...fieldsOf(value, fields).values()].some((one) => !isBlank(one));
}
/** What the fields are called that differ; none when all of them are gone, since nobody is trusted then. */
function changedFields(before, after, fields) {
    const old = fieldsOf(before, fields);
    const now = fieldsOf(after, fields);
    if ([...now.values()].every(isBlank))
        return [];
    const changed = new Set();
    for (const place of new Set([...old.keys(), ...now.keys()])) {
        const key = place.slice(place.lastIndexOf('/') + 1);
        const [a, b] = [old.get(place), now.get(place)];
        const isMore = fields.lists.has(key)
            ? strings(b).some((one) => !strings(a).includes(one))
            : !saySame(a, b);
        if (isMore)
            changed.add(fields.names.get(key) ?? key);
    }
    return [...changed];
}

;// CONCATENATED MODULE: ./src/services/risk/authentication-methods.ts
/** Which ways of signing in there are, and whom an OAuth provider is. */



/** Methods that withstand a fake page, or take another's word for nothing: to switch one on is no loss. */
const STRONG = new Set(['webauthn', 'passkeys', 'passkey', 'totp', 'sso']);
/** The method that a subject is about. */
function methodOf({ section, name }) {
    if (section === 'password-settings')
        return 'password';
    return section === 'authentication-methods' ? name.toLowerCase() : undefined;
}
/** A method without a word about it is on. */
function isOn(value) {
    const settings = plainMembers(value);
    return (value !== undefined && settings.get('enabled') !== false && settings.get('disabled') !== true);
}
const authenticationMethodOff = {
    name: 'authentication-method-off',
    finds: 'an authentication method, WebAuthn among them, that is switched off or gone',
    misses: 'a method that a flow no longer uses',
    find: (subject) => {
        const method = methodOf(subject);
        return method !== undefined && isOn(subject.before) && !isOn(subject.after)
            ? [`authentication method ${method} was switched off`]
            : [];
    },
};
const weakerMethodOn = {
    name: 'weaker-method-on',
    finds: 'an authentication method that is switched on, or new, other than WebAuthn, TOTP and SSO',
    misses: 'WebAuthn, TOTP and SSO, a method that a flow uses anew',
    find: (subject) => {
        const method = methodOf(subject);
        return method !== undefined &&
            !STRONG.has(method) &&
            !isOn(subject.before) &&
            isOn(subject.after)
            ? [`authentication method ${method} was switched on`]
            : [];
    },
};
const passkeyTrustWidened = {
    name: 'passkey-trust-widened',
    finds: 'another domain that passkeys are made for, an Android application that may use them anew',
    misses: 'passkeys that users add',
    find: ({ section, kind, places }) => section === 'authentication-methods' && kind === 'changed'
        ? [
            ...at(places, 'relyingpartyid').map(() => 'passkeys are made for another domain'),
            ...gained(at(places, 'androidfingerprints')).map((fingerprint) => `an Android application may use passkeys: ${fingerprint}`),
        ]
        : [],
};
const CLIENT = {
    names: new Map([
        ['clientid', 'client'],
        ['nativeclientid', 'native client'],
        ['useselfaccount', 'whose account it is'],
        ['issuer', 'issuer'],
        ['authurl', 'authorization endpoint'],
        ['authorizationendpoint', 'authorization endpoint'],
        ['tokenurl', 'token endpoint'],
        ['tokenendpoint', 'token endpoint'],
        ['userdataurl', 'user data endpoint'],
        ['userinfoendpoint', 'user data endpoint'],
        ['jwksurl', 'keys'],
        ['jwksendpoint', 'keys'],
        ['keyid', 'Apple key'],
        ['teamid', 'Apple team'],
    ]),
    lists: new Set(),
};
/** The providers of the method OAuth, by name: a map, or a list. */
function providersOf(value) {
    const found = new Map();
    const add = (name, provider) => {
        if (typeof name === 'string' && (0,json_value/* isJsonObject */.OW)(provider))
            found.set(name, provider);
    };
    for (const key of ['providerSettings', 'providers', 'system', 'custom']) {
        const all = members(value).get(key);
        for (const [name, provider] of members(all))
            add(name, provider);
        for (const provider of entries(all)) {
            const { id, name } = Object.fromEntries(members(provider));
            add(id ?? name, provider);
        }
    }
    return found;
}
const oauthClientChanged = {
    name: 'oauth-client-changed',
    finds: 'another client, issuer, endpoint or keys of an OAuth provider; a provider that was not there',
    misses: 'a client secret, scopes and prompts, a provider that is removed',
    find: ({ section, kind, name, before, after }) => {
        if (section !== 'authentication-methods' || name !== 'oauth' || kind !== 'changed')
            return [];
        const old = providersOf(before);
        return [...providersOf(after)].flatMap(([provider, now]) => {
            const was = old.get(provider);
            if (was === undefined || !isConfigured(was, CLIENT)) {
                // A provider that is listed as off, and never was on, is nobody's word.
                const isNew = isConfigured(now, CLIENT) || (was === undefined && isOn(now));
                return isNew && isOn(now) ? [`OAuth provider ${provider} was added`] : [];
            }
            return changedFields(was, now, CLIENT).map((field) => `OAuth provider ${provider} changed: ${field}`);
        });
    },
};

;// CONCATENATED MODULE: ./src/services/risk/redirects.ts

/** Addresses that a sign-in may be sent to; what begins with `sp` or `idp` is the service's own. */
const REDIRECT = /redirect|callback|(?<!sp)acsurl|approvedurl|returnurl|replyurl|^inviteurl$|^uri$|(?<!idp)logouturl|approveddomain|alloweddomain|allowedorigin|trusteddomain/;
/** Where somebody signs in, and what tells the addresses of an application: another host is another page. */
const PAGE = /^(?:loginpageurl|customidpinitiatedloginpageurl|metadataurl)$/;
/** Lists of domains that let any domain in when they are empty. */
const LIMITS = ['trusteddomains', 'approveddomains', 'alloweddomains', 'allowedorigins'];
/** Scheme and host of an address, as far as it has them; a path alone stays on the same host. */
function placeOf(address) {
    if (/^\/(?!\/)/.test(address))
        return undefined;
    if (!URL.canParse(address))
        return address.replace(/^\/\//, '').split('/')[0];
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
}
/** The addresses in a value; a text may be a list that is separated by commas. */
function addresses(value) {
    if (typeof value === 'string') {
        const all = value.includes('://') ? [value] : value.split(',').map((one) => one.trim());
        return all.filter((one) => /^[^\s]*[.:*/][^\s]*$/.test(one));
    }
    return [...entries(value), ...members(value).values()].flatMap(addresses);
}
function isAbove({ path }, below, index) {
    return path.length === index + 1 && path.every((key, step) => key === below[step]);
}
/** The places of a kind, the outermost alone: those within it say the same again. */
function outermost(places, kind) {
    return places.filter(({ path }) => {
        const index = path.findIndex((key) => kind.test(key));
        return (index !== -1 &&
            (index === path.length - 1 || !places.some((other) => isAbove(other, path, index))));
    });
}
/** Addresses that let a sign-in go to more places than before: a new host, a wildcard, or no encryption. */
function widened(places) {
    const old = places.flatMap(({ before }) => addresses(before));
    const known = new Set(old.map(placeOf));
    return places
        .flatMap(({ after }) => addresses(after))
        .filter((address) => !old.includes(address))
        .filter((address) => {
        const place = placeOf(address);
        return address.includes('*') || (place !== undefined && !known.has(place));
    });
}
const redirectWidened = {
    name: 'redirect-widened',
    finds: 'a redirect, callback, reply, return, logout, invitation or ACS address, or an approved domain, with a scheme and host that the object did not have, or with a wildcard, also in a new object; a login page or a metadata address that moves to another host; a list of approved domains that is empty now',
    misses: 'another path of the same host, a path alone, the login page of a new application',
    find: ({ section, kind, places }) => {
        if (kind === 'removed')
            return [];
        const pages = kind === 'changed' && /^(?:sso|inbound)-apps$/.test(section)
            ? widened(places.filter(({ key }) => PAGE.test(key)))
            : [];
        const unlimited = section === 'project-settings'
            ? at(places, ...LIMITS).filter(({ before, after }) => !isBlank(before) && isBlank(after))
            : [];
        return [
            ...[...widened(outermost(places, REDIRECT)), ...pages].map((address) => `a sign-in may now be sent to ${address}`),
            ...unlimited.map(() => 'a sign-in may now be sent to any domain'),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/risk/connectors.ts


/** Keys that hold a host without a scheme. */
const HOST_KEY = /url|uri|host|domain|server|endpoint|address/;
/** Addresses for people, and who is written to. */
const NO_HOST = /logo|icon|doc|email|sender|from|description|name$/;
/** Scheme and host of each address in a value. */
function hosts(value, key) {
    if (typeof value !== 'string')
        return entries(value).flatMap((one) => hosts(one, key));
    const text = value.trim();
    const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || (HOST_KEY.test(key) && text !== '');
    const place = isAddress && !/\s/.test(text) ? placeOf(text) : undefined;
    return place === undefined ? [] : [place.toLowerCase()];
}
function movedTo({ key, before, after }) {
    if (NO_HOST.test(key))
        return [];
    // Members of objects have places of their own.
    const old = hosts(before, key);
    return hosts(after, key).filter((host) => !old.includes(host));
}
const connectorMoved = {
    name: 'connector-moved',
    finds: 'an address of a connector or of an outbound application that moves to another scheme, host or port, or comes to it; certificates that are no longer checked',
    misses: 'another path of the same host, a region, an account or a bucket, a new connector, which connector a message is sent with',
    find: ({ section, kind, places }) => {
        if (kind !== 'changed' || (section !== 'connectors' && section !== 'outbound-apps'))
            return [];
        const what = section === 'connectors' ? 'the connector' : 'the application';
        return [
            ...places.flatMap(movedTo).map((host) => `${what} now talks to ${host}`),
            ...[
                ...at(places, 'insecure').filter(isTurnedOn),
                ...at(places, 'rejectunauthorized').filter(isTurnedOff),
            ].map(() => `${what} no longer checks certificates`),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/risk/flow-words.ts
/** Words in a flow for what proves who somebody is, and which of them a change takes away: for flows that are no graph. */



/** Words of steps that prove who somebody is. */
const PROOF = /mfa|otp(?!ink|rint)|verif|webauthn|passkey|magic[-_ ]?link|step[-_ ]?up|2fa|two[-_ ]?factor|second[-_ ]?factor|authenticator|biometric|security[-_ ]?question/i;
/** Words that turn a proof off where they are in its name. */
const SKIP = /skip|bypass|disable|optional|without/i;
const SWITCH = /^(?:enabled|required|active|enforced?)$/;
/** What a step is called, and what refers to it: another name is no other step. */
const LABEL = /^(?:id|(?:screen|task|step|node|component|interaction)id|name|title|subtitle|label|text|description|placeholder|(?:error)?message|icon|to|next|starttask|interaction)$/;
const STEP_LISTS = new Set(['tasks', 'steps', 'nodes', 'actions']);
function isScreen(key) {
    return key === 'screens' || key.startsWith('screen-');
}
/** What in a flow proves who somebody is. */
class Proofs {
    /** Types of steps, settings and the like, and how often they are there. */
    words = new Map();
    /** Names of steps and of what refers to them. */
    labels = new Map();
    steps = 0;
    /** @param path keys down to the value, which counts with the last of them */
    add(value, path) {
        const names = path.map(plainKey);
        if (value === undefined || names.some((key) => isScreen(key) || changed_places_CUSTOM.has(key)))
            return;
        const key = path.at(-1) ?? '';
        const holder = names.at(-2) ?? '';
        const isStep = STEP_LISTS.has(holder);
        const isOn = value !== false && value !== null && value !== '' && value !== 'disabled';
        const isSwitch = value === true && SWITCH.test(names.at(-1) ?? '') && PROOF.test(holder);
        if (!SKIP.test(key) && isOn && PROOF.test(key))
            this.#count(isStep ? this.labels : this.words, key);
        if (isSwitch && !SKIP.test(holder))
            this.#count(this.words, path.at(-2) ?? '');
        this.#addValue(value, path, names.at(-1) ?? '');
    }
    #addValue(value, path, key) {
        if (typeof value === 'string') {
            if (!PROOF.test(value))
                return;
            if (LABEL.test(key))
                this.#count(this.labels, value);
            // Words with spaces between them are for people.
            else if (!/\s/.test(value))
                this.#count(this.words, value);
        }
        else if (Array.isArray(value)) {
            for (const one of value)
                this.#addValue(one, path, key);
        }
        else if ((0,json_value/* isJsonObject */.OW)(value)) {
            if (['id', 'type', 'action'].some((name) => Object.hasOwn(value, name)))
                this.steps++;
            for (const [name, child] of Object.entries(value))
                this.add(child, [...path, name]);
        }
    }
    #count(counts, word) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
}
function lost(before, after) {
    return [...before].flatMap(([word, count]) => ((after.get(word) ?? 0) < count ? [word] : []));
}
/** The proofs that a flow has no more, wherever they were in it. */
function lostProofs(edits) {
    const before = new Proofs();
    const after = new Proofs();
    for (const edit of edits) {
        before.add(edit.before, pathOf(edit));
        after.add(edit.after, pathOf(edit));
    }
    const labels = after.steps < before.steps ? lost(before.labels, after.labels) : [];
    return [...lost(before.words, after.words), ...labels];
}
function isTrue(value) {
    return value === true || value === 'true';
}
/** The proofs that are skipped now, by the setting that says so; an argument of a step has its value below its name. */
function skippedProofs(places) {
    return places.flatMap(({ path, before, after }) => {
        if (!isTrue(after) || isTrue(before) || path.some(isScreen))
            return [];
        const own = path.at(-1) === 'value' ? path.slice(0, -1) : path;
        const key = own.at(-1) ?? '';
        return SKIP.test(key) && own.slice(-2).some((name) => PROOF.test(name)) ? [key] : [];
    });
}

;// CONCATENATED MODULE: ./src/services/risk/flow-graph.ts
/** A flow as a graph of tasks: where it starts, where each exit of a task leads, and which tasks prove who somebody is. */




/** Actions that prove who somebody is by other words than those of MFA. */
const SIGN_IN = /password|oauth|saml|oidc|(?:^|[-_])sso|exchange|enchanted|recovery[-_ ]?code|external[-_ ]?token|one[-_ ]?tap/i;
/** Actions that prove nothing, whatever they are called. */
const NO_PROOF = /^(?:delete|remove|revoke|forgot|log-?out)/i;
/** Members of a task that say where it leads. */
const EXITS = /^(?:next|branches|rules|exits|edges|transitions|conditions|else|default|errorhandling.*|on[a-z]+)$/;
const TARGETS = ['taskId', 'to', 'target', 'nextTaskId'];
const LABELS = ['interactionId', 'interaction', 'key', 'label', 'name'];
function firstText(value, keys) {
    return keys.map((key) => value[key]).find((one) => typeof one === 'string');
}
function exitsOf(task, ids) {
    const exits = [];
    const visit = (value, label) => {
        if (typeof value === 'string') {
            if (ids.has(value))
                exits.push({ label, to: value });
        }
        else if (Array.isArray(value)) {
            for (const one of value)
                visit(one, label);
        }
        else if ((0,json_value/* isJsonObject */.OW)(value)) {
            const to = firstText(value, TARGETS);
            const name = firstText(value, LABELS) ?? label;
            if (to !== undefined && ids.has(to))
                exits.push({ label: name, to });
            for (const [key, child] of Object.entries(value)) {
                // Beside a target, texts are names; where there is none, a text may be one.
                if (typeof child === 'string' ? to === undefined && !isName(key) : true) {
                    visit(child, (0,json_value/* isJsonObject */.OW)(child) || Array.isArray(child) ? name : key);
                }
            }
        }
    };
    for (const [key, value] of Object.entries(task)) {
        if (EXITS.test(plainKey(key)))
            visit(value, '');
    }
    return exits;
}
function isName(key) {
    return (LABELS.includes(key) || /id$|type$|operator|value|message/i.test(key));
}
/** The value of an argument: `{"type": "inline", "value": ...}`, or bare. */
function argument(task, name) {
    const given = members(task['arguments']).get(name) ?? task[name];
    const value = (0,json_value/* isJsonObject */.OW)(given ?? null) ? members(given).get('value') : given;
    return typeof value === 'string' ? value : '';
}
function proofOf(task) {
    const { type, action } = task;
    // What is proven in another flow is not known here.
    if (type === 'flow')
        return `flow ${argument(task, 'flowId')}`;
    const named = action === 'connector' ? argument(task, 'command') : (action ?? type);
    if (typeof named !== 'string' || NO_PROOF.test(named))
        return undefined;
    return PROOF.test(named) || SIGN_IN.test(named) ? named : undefined;
}
function taskOf(task, ids) {
    const { type, action, screenId } = task;
    const exits = exitsOf(task, ids);
    const does = [type, action, screenId, type === 'flow' ? argument(task, 'flowId') : '']
        .map((one) => (typeof one === 'string' ? one : ''))
        .join('\n');
    const isEnd = action === 'logged-in' || type === 'end' || (type === 'flow' && exits.length === 0);
    return { does, proof: proofOf(task), exits, isEnd };
}
/**
 * The part of a flow that is its graph: the whole of `contents.json` of a snapshot, `contents` or `dsl` of a flow that was
 * exported.
 *
 * @returns undefined when there is none, as in a config file
 */
function graphPart(flow) {
    const parts = members(flow);
    if (parts.has('tasks') && parts.has('startTask'))
        return flow;
    const part = parts.get('contents') ?? parts.get('dsl');
    if (typeof part !== 'string')
        return part;
    try {
        return (0,json_parse/* parseJson */.qF)(Buffer.from(part));
    }
    catch {
        return part;
    }
}
/** @returns a text that says why it is none */
function readFlowGraph(part) {
    const given = members(part).get('tasks');
    const all = Array.isArray(given)
        ? given.map((task) => {
            const id = members(task).get('id');
            return [typeof id === 'string' ? id : '', task];
        })
        : given !== undefined && (0,json_value/* isJsonObject */.OW)(given)
            ? Object.entries(given)
            : undefined;
    if (all === undefined)
        return 'it has no tasks';
    const ids = new Set(all.map(([id]) => id));
    if (ids.size < all.length)
        return 'two of its tasks have one id';
    const tasks = new Map();
    for (const [id, task] of all) {
        if (!(0,json_value/* isJsonObject */.OW)(task))
            return `its task ${id} is none`;
        tasks.set(id, taskOf(task, ids));
    }
    const start = members(part).get('startTask');
    const starts = new Set(tasks.get('start')?.exits.map(({ to }) => to));
    if (typeof start === 'string' && tasks.has(start))
        starts.add(start);
    if (starts.size === 0 && tasks.size > 0)
        return 'its start is none of its tasks';
    return { starts: [...starts], tasks };
}

;// CONCATENATED MODULE: ./src/services/risk/flow-ways.ts
/** Proofs as bits, so that a set of them is a number. */
class flow_ways_Proofs {
    #bits = new Map();
    bit(proof) {
        if (proof === undefined)
            return 0n;
        const known = this.#bits.get(proof);
        if (known !== undefined)
            return known;
        const next = 1n << BigInt(this.#bits.size);
        this.#bits.set(proof, next);
        return next;
    }
    names(set) {
        return [...this.#bits].flatMap(([name, bit]) => ((set & bit) === 0n ? [] : [name]));
    }
}
/** More ways than this from one task are followed no further. */
const MAX_WAYS = 50;
function isPart(part, of) {
    return (part & of) === part;
}
/** The ways that no other one is a part of. */
function shortest(ways) {
    const all = [...new Set(ways)];
    return all.filter((way) => !all.some((other) => other !== way && isPart(other, way)));
}
const FAILED = /fail|error|denied|cancel|skip|timeout|expired|invalid|else/i;
/** Whether somebody who takes an exit has given the proof of the task. */
function isProven({ exits }, { label }) {
    return exits.some((exit) => exit.label === 'success') ? label === 'success' : !FAILED.test(label);
}
function groupBy(all, keyOf) {
    const groups = new Map();
    for (const one of all) {
        const group = groups.get(keyOf(one));
        if (group === undefined)
            groups.set(keyOf(one), [one]);
        else
            group.push(one);
    }
    return groups;
}
/**
 * Spreads ways along steps until no task has a new one; ways get shorter only, so that this ends.
 *
 * @returns undefined when there are too many
 */
function spread(seeds, steps) {
    const found = new Map(seeds);
    const bySource = groupBy(steps, ({ source }) => source);
    const changed = new Set(seeds.keys());
    for (const source of changed) {
        changed.delete(source);
        for (const { target, proof } of bySource.get(source) ?? []) {
            const old = found.get(target) ?? [];
            const now = shortest([...old, ...(found.get(source) ?? []).map((way) => way | proof)]);
            if (now.length > MAX_WAYS)
                return undefined;
            if (now.length === old.length && now.every((way) => old.includes(way)))
                continue;
            found.set(target, now);
            changed.add(target);
        }
    }
    return found;
}
/** Whether a flow ends in a task: where none says so, in those that lead nowhere. */
function endFinder({ tasks }) {
    const isMarked = [...tasks.values()].some(({ isEnd }) => isEnd);
    return isMarked ? ({ isEnd }) => isEnd : ({ exits }) => exits.length === 0;
}
function flow_ways_joined(first, second, proof = 0n) {
    return first.flatMap((a) => second.map((b) => a | b | proof));
}
/** @returns undefined when there are too many */
function findWays(graph, proofs) {
    const { tasks, starts } = graph;
    const isEnd = endFinder(graph);
    const edges = [...tasks].flatMap(([id, task]) => task.exits.map((exit) => ({
        id,
        exit,
        proof: isProven(task, exit) ? proofs.bit(task.proof) : 0n,
    })));
    const ends = [...tasks].flatMap(([id, task]) => isEnd(task) ? [[id, [proofs.bit(task.proof)]]] : []);
    const into = spread(new Map(starts.map((id) => [id, [0n]])), edges.map(({ id, exit, proof }) => ({ source: id, target: exit.to, proof })));
    const from = spread(new Map(ends), edges.map(({ id, exit, proof }) => ({ source: exit.to, target: id, proof })));
    if (into === undefined || from === undefined)
        return undefined;
    const byTask = groupBy(edges, ({ id }) => id);
    const through = (id, label) => {
        const before = into.get(id) ?? [];
        if (label === undefined)
            return shortest(flow_ways_joined(before, from.get(id) ?? []));
        const taken = (byTask.get(id) ?? []).filter(({ exit }) => exit.label === label);
        return shortest(taken.flatMap(({ exit, proof }) => flow_ways_joined(before, from.get(exit.to) ?? [], proof)));
    };
    return {
        graph,
        all: shortest(starts.flatMap((id) => from.get(id) ?? [])),
        through,
        onWay: new Set([...tasks.keys()].filter((id) => into.has(id) && from.has(id))),
    };
}
/** The proofs of each way that is there now and is not as long as any that was. */
function missing(before, after) {
    const size = (set) => set.toString(2).replaceAll('0', '').length;
    if (before.length === 0)
        return [];
    return after.flatMap((way) => {
        const lacks = before.map((old) => old & ~way);
        if (lacks.includes(0n))
            return [];
        return [lacks.reduce((least, one) => (size(one) < size(least) ? one : least))];
    });
}
function proofsOnWay({ graph, onWay }) {
    return new Set([...onWay].flatMap((id) => graph.tasks.get(id)?.proof ?? []));
}
/** The same tasks of both, and the same exits of them: where a flow may have become shorter in one branch alone. */
function branches(before, after) {
    return [...before.onWay].flatMap((id) => {
        const old = before.graph.tasks.get(id);
        const now = after.graph.tasks.get(id);
        if (old === undefined || now?.does !== old.does || !after.onWay.has(id))
            return [];
        const kept = old.exits.filter(({ label }) => now.exits.some((exit) => exit.label === label));
        // Without an exit that is the same, it may be another task that got the same id.
        if (kept.length === 0)
            return [];
        const labels = [undefined, ...new Set(kept.map(({ label }) => label))];
        return labels.map((label) => [before.through(id, label), after.through(id, label)]);
    });
}
/**
 * What a flow no longer leads through.
 *
 * @returns a sentence each, or undefined when there are too many ways to follow
 */
function lostOnWay(before, after) {
    const proofs = new flow_ways_Proofs();
    const old = findWays(before, proofs);
    const now = findWays(after, proofs);
    if (old === undefined || now === undefined)
        return undefined;
    const left = proofsOnWay(now);
    const gone = [...proofsOnWay(old)].filter((proof) => !left.has(proof));
    const shorter = [[old.all, now.all], ...branches(old, now)].flatMap(([a, b]) => missing(a, b).flatMap((set) => proofs.names(set)));
    return [
        ...gone.map((proof) => `${proof} is no longer reached`),
        ...[...new Set(shorter)]
            .filter((proof) => !gone.includes(proof))
            .map((proof) => `a way through the flow no longer passes ${proof}`),
    ];
}

;// CONCATENATED MODULE: ./src/services/risk/flows.ts
/** What a flow still asks for before it lets somebody in. */





const TOO_MANY = 'it has too many ways';
function isChangedFlow({ section, kind }) {
    return section === 'flows' && kind === 'changed';
}
/** What became of a flow's graph: undefined when it is the same, or there is none; a text when it cannot be read. */
function followed({ before, after }) {
    const [old, now] = [graphPart(before), graphPart(after)];
    if (old === undefined || now === undefined) {
        return old === now ? undefined : 'one of its two versions has no tasks';
    }
    if (saySame(old, now))
        return undefined;
    const graphs = [readFlowGraph(old), readFlowGraph(now)];
    const [a, b] = graphs;
    if (typeof a === 'string')
        return a;
    if (typeof b === 'string')
        return b;
    return a === undefined || b === undefined ? undefined : (lostOnWay(a, b) ?? TOO_MANY);
}
const verificationNoLongerReached = {
    name: 'verification-no-longer-reached',
    finds: 'a step that signs in or verifies (`otp`, `totp`, `webauthn`, `magic-link`, `password`, `oauth`, `sso` and the like in its action, also another flow that runs within) that no way from the start to the end passes any more; a way, or a branch, that ends without one that every way passed before: the graph is followed from its start, so that a step which is still there but is led around is found',
    misses: 'a condition that decides otherwise, what a script, a connector or a flow within does, a way that is longer than one there was, tasks that are led to by no word of the format we know',
    find: (subject) => {
        const lost = isChangedFlow(subject) ? followed(subject) : undefined;
        return Array.isArray(lost) ? lost : [];
    },
};
const flowNotFollowed = {
    name: 'flow-not-followed',
    finds: 'a flow whose steps changed and cannot be followed (no tasks, no start among them, too many ways), so that its words are compared',
    misses: 'a flow of a config file, which has no graph',
    find: (subject) => {
        const problem = isChangedFlow(subject) ? followed(subject) : undefined;
        return typeof problem === 'string'
            ? [`whether every verification is still reached cannot be told: ${problem}`]
            : [];
    },
};
const proofGoneFromFlow = {
    name: 'proof-gone-from-flow',
    finds: 'a word for MFA or verification (`mfa`, `otp`, `totp`, `verify`, `webauthn`, `passkey`, `magiclink` and the like) that stood in the steps of a flow without a graph, or in the settings of any flow, and is there less often; one that is switched off, or skipped',
    misses: 'steps in another order or place, another name of a step, anything in a screen, text for people',
    find: (subject) => {
        if (!isChangedFlow(subject))
            return [];
        const hasGraph = Array.isArray(followed(subject)) || isSameGraph(subject);
        const edits = subject.change.edits.filter((edit) => !hasGraph || !/^(?:contents|dsl|tasks|startTask)$/.test(pathOf(edit)[0] ?? ''));
        // Of steps that are kept as a text, no place is known before they are read.
        const steps = placesBetween(graphPart(subject.before), graphPart(subject.after));
        const skipped = new Set(skippedProofs([...subject.places, ...steps]));
        return [...lostProofs(edits), ...skipped].map((word) => `a step of MFA or verification is gone: ${word}`);
    },
};
function isSameGraph({ before, after }) {
    const part = graphPart(before);
    return part !== undefined && saySame(part, graphPart(after));
}

;// CONCATENATED MODULE: ./src/services/risk/project-settings.ts
/** What of the project itself decides who is let in, and who may change what users are known by. */


function alternatives(pattern) {
    return typeof pattern === 'string' && pattern !== '' ? pattern.split('|') : [];
}
/** A pattern that has some of the alternatives that it had lets in fewer; of any other change that cannot be told. */
function isNarrower({ before, after }) {
    if (typeof after !== 'string')
        return false;
    const old = alternatives(before);
    const isGrouped = [before, after].some((one) => typeof one === 'string' && /[()[\]\\]/.test(one));
    return !isGrouped && alternatives(after).every((one) => old.includes(one));
}
const testUsersWidened = {
    name: 'test-users-widened',
    finds: 'a pattern of test users that comes or changes, a fixed code for them that is set or changed; a narrower pattern too, unless it is the same with alternatives left out',
    misses: 'a pattern or a code that is removed, single test users',
    find: ({ section, places }) => section === 'project-settings'
        ? places
            .filter((place) => place.path[0]?.startsWith('testuser') === true &&
            !(0,json_value/* isJsonObject */.OW)(place.after ?? null) &&
            !isBlank(place.after) &&
            !isNarrower(place))
            .map(({ key }) => `who counts as a test user changed: ${key}`)
        : [],
};
const attributeOpened = {
    name: 'attribute-opened',
    finds: 'a user attribute that people with another permission may edit, or that needs none any more to be edited',
    misses: 'who may see an attribute, its type and its options, a new attribute',
    find: ({ section, kind, places }) => {
        if (section !== 'user-attributes' || kind !== 'changed')
            return [];
        return at(places, 'editpermissions')
            .filter(({ path, before }) => path.length === 1 && !isBlank(before))
            .flatMap((place) => isBlank(place.after)
            ? ['the attribute can be edited without a permission']
            : gained([place]).map((one) => `the attribute can be edited with permission ${one}`));
    },
};

;// CONCATENATED MODULE: ./src/services/risk/sessions.ts
/** How long a sign-in lasts. */


const SECONDS = {
    second: 1,
    minute: 60,
    hour: 3600,
    day: 86_400,
    week: 604_800,
    month: 2_592_000,
    year: 31_536_000,
};
const MONTH = 30 * 86_400;
const TENFOLD = 10;
const LIFETIME = /(?:token|session|device)expiration$|^inactivitytime$/;
function numberOf(value) {
    if (value instanceof json_value/* ExactNumber */.fh)
        return Number(value.text);
    if (typeof value === 'string')
        return /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
    return typeof value === 'number' ? value : undefined;
}
/** A number with its unit beside it, or both in an object. */
function lifetimeOf(value, unit) {
    if ((0,json_value/* isJsonObject */.OW)(value)) {
        const { value: inner, unit: innerUnit } = value;
        return inner === undefined || (0,json_value/* isJsonObject */.OW)(inner) ? undefined : lifetimeOf(inner, innerUnit);
    }
    const amount = numberOf(value);
    if (amount === undefined)
        return undefined;
    const name = typeof unit === 'string' ? unit : '';
    const length = SECONDS[name.toLowerCase().replace(/s$/, '')];
    return {
        text: `${amount} ${name}`.trimEnd(),
        amount,
        seconds: length === undefined ? undefined : amount * length,
    };
}
/** Whether the lifetimes of an object count: those of a tenant or an application do when they are enabled. */
function inForce({ section }, value) {
    if (section !== 'inbound-apps') {
        return section === 'tenant-settings' && value?.['enabled'] === false ? undefined : value;
    }
    const settings = value?.['sessionSettings'];
    return settings !== undefined && (0,json_value/* isJsonObject */.OW)(settings) && settings['enabled'] !== false
        ? settings
        : undefined;
}
/** The lifetimes of an object by where they stand in it. */
function lifetimesOf(subject, value) {
    const found = new Map();
    const visit = (settings, path) => {
        for (const [key, child] of settings) {
            const lifetime = LIFETIME.test(key)
                ? lifetimeOf(child, settings.get(`${key}unit`))
                : undefined;
            if (lifetime !== undefined)
                found.set(`${path}${key}`, lifetime);
            else if (!changed_places_CUSTOM.has(key))
                visit(plainMembers(child), `${path}${key}/`);
        }
    };
    const object = value !== undefined && (0,json_value/* isJsonObject */.OW)(value) ? value : undefined;
    visit(plainMembers(inForce(subject, object)), '');
    return found;
}
function isTooLong(old, now) {
    const isMonth = now.seconds !== undefined && now.seconds > MONTH;
    // What counts now, and did not: the project's own lifetime counted, which is elsewhere.
    if (old === undefined)
        return isMonth;
    if (old.seconds === undefined || now.seconds === undefined) {
        return old.text !== now.text && now.amount >= TENFOLD * old.amount && now.amount > old.amount;
    }
    return now.seconds > old.seconds && (isMonth || now.seconds >= TENFOLD * old.seconds);
}
const sessionLivesLonger = {
    name: 'session-lives-longer',
    finds: 'a lifetime of sessions, refresh tokens, step-up, trusted devices or inactivity, of the project, a tenant or an inbound application, that is ten times as long, or longer than it was and than 30 days; a limit of inactivity that is switched off',
    misses: 'a smaller growth below 30 days, lifetimes of a new tenant or application and those that are not enabled, rotation of tokens and policies of cookies',
    find: (subject) => {
        const { section, kind, before, after, places } = subject;
        const hasLifetimes = ['project-settings', 'tenant-settings', 'inbound-apps'].includes(section);
        if (kind !== 'changed' || !hasLifetimes)
            return [];
        const old = lifetimesOf(subject, before);
        return [
            ...[...lifetimesOf(subject, after)].flatMap(([key, now]) => {
                const was = old.get(key);
                return isTooLong(was, now)
                    ? [`${key} is now ${now.text}${was === undefined ? '' : `, and was ${was.text}`}`]
                    : [];
            }),
            ...at(places, 'enableinactivity')
                .filter(isTurnedOff)
                .map(() => 'a session no longer ends when it is not used'),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/risk/tenants.ts

/** Sections that hold the settings of tenants, in one form or another. */
const tenants_TENANTS = new Set(['tenants', 'tenant-settings', 'tenant-sso']);
const DOMAIN_KEYS = ['domains', 'selfprovisioningdomains', 'ssodomains'];
function isEmpty(value) {
    return strings(value).length === 0;
}
function isOfTenant({ section, kind }) {
    return tenants_TENANTS.has(section) && kind !== 'removed';
}
const tenantOrFlowRemoved = {
    name: 'tenant-or-flow-removed',
    finds: 'a tenant or a flow that is gone',
    misses: 'objects of other sections',
    find: ({ change: { section, kind } }) => kind === 'removed' && (section === 'tenants' || section === 'flows')
        ? [`the ${section.slice(0, -1)} was removed`]
        : [],
};
const domainAdded = {
    name: 'domain-added',
    finds: 'a domain of a tenant, for self-provisioning or for SSO; also in a new tenant',
    misses: 'a domain that is removed, or moved between SSO configurations of a tenant',
    find: (subject) => isOfTenant(subject)
        ? DOMAIN_KEYS.flatMap((key) => gained(at(subject.places, key))).map((domain) => `domain ${domain} was added`)
        : [],
};
const selfProvisioningOn = {
    name: 'self-provisioning-on',
    finds: '`self_provisioning`, JIT or the self-provisioning of the project turned on; the first domain for self-provisioning; also in a new tenant',
    misses: 'JIT of a new tenant, where it is on by default',
    find: (subject) => {
        const { section, places } = subject;
        if (section === 'project-settings') {
            return at(places, 'projectselfprovisioning')
                .filter(isTurnedOn)
                .map(() => 'self-provisioning of the project was turned on');
        }
        if (!isOfTenant(subject))
            return [];
        return [
            ...at(places, 'selfprovisioning', 'jit', 'jitenabled', 'jitprovisioning')
                .filter(isTurnedOn)
                .map(() => 'self-provisioning was turned on'),
            ...at(places, 'selfprovisioningdomains')
                .filter(({ before, after }) => isEmpty(before) && !isEmpty(after))
                .map(() => 'self-provisioning was turned on'),
            ...at(places, 'jitdisabled')
                .filter(isTurnedOff)
                .map(() => 'just-in-time provisioning was turned on'),
        ];
    },
};
const tenantOrSourceEnabled = {
    name: 'tenant-or-source-enabled',
    finds: '`disabled` of a tenant, of an SSO configuration or of a connector that was true and is not, or is gone; an OAuth provider that is enabled',
    misses: 'an application or a flow that is enabled, a new tenant or connector',
    find: ({ section, kind, places, name }) => {
        if (kind !== 'changed')
            return [];
        if (tenants_TENANTS.has(section)) {
            return at(places, 'disabled')
                .filter(isTurnedOff)
                .map(({ path }) => path.length === 1 || path.at(-2) === 'tenant'
                ? 'the tenant is no longer disabled'
                : 'an SSO configuration is no longer disabled');
        }
        if (section === 'connectors') {
            return at(places, 'disabled')
                .filter((place) => place.path.length === 1 && isTurnedOff(place))
                .map(() => `connector ${name} is no longer disabled`);
        }
        if (section !== 'authentication-methods')
            return [];
        // Of a method as a whole it is another rule's.
        return places
            .filter(({ path }) => path.length > 1)
            .filter((place) => (place.key === 'disabled' && isTurnedOff(place)) ||
            (place.key === 'enabled' && place.before === false && place.after === true))
            .map(({ path }) => `${path.at(-2) ?? ''} is no longer disabled`.trimStart());
    },
};
const defaultRolesGrantMore = {
    name: 'default-roles-grant-more',
    finds: 'a default role that a tenant did not have; a role that becomes a default one, also a new one; roles of a parent tenant that are inherited',
    misses: 'the default roles of a new tenant',
    find: ({ section, kind, places, after }) => {
        if (kind === 'removed')
            return [];
        if (section === 'roles') {
            const isDefault = places.some((place) => place.key === 'default' && place.path.length === 1 && isTurnedOn(place));
            return isDefault || (kind === 'added' && isDefaultRole(after))
                ? ['the role is given to everybody by default']
                : [];
        }
        if (!tenants_TENANTS.has(section) || kind !== 'changed')
            return [];
        return [
            ...gained(at(places, 'defaultroles')).map((role) => `everybody in the tenant now has role ${role}`),
            ...at(places, 'roleinheritance')
                .filter(({ after: now }) => !isBlank(now) && now !== 'none')
                .map(() => 'roles of the parent tenant are inherited now'),
        ];
    },
};
function isDefaultRole(role) {
    return members(role).get('default') === true;
}
const roleGainedPermissions = {
    name: 'role-gained-permissions',
    finds: 'a permission that a role did not have; also in a new role',
    misses: 'another order',
    find: ({ section, kind, places }) => kind !== 'removed' && section === 'roles'
        ? at(places, 'permissionnames', 'permissions')
            .flatMap((place) => gained([place]))
            .map((permission) => `the role gained permission ${permission}`)
        : [],
};

;// CONCATENATED MODULE: ./src/services/risk/sso.ts
/** Whose word is taken for who somebody is, in the SSO of a tenant, and what that word gives. */






const SAML_AND_OIDC = {
    names: new Map([
        ['idpentityid', 'SAML entity'],
        ['idpssourl', 'SAML sign-in address'],
        ['idpurl', 'SAML sign-in address'],
        ['idpcertificate', 'SAML certificate'],
        ['idpcert', 'SAML certificate'],
        ['idpmetadataurl', 'SAML metadata address'],
        ['idpmetadata', 'SAML metadata'],
        ['idpadditionalcertificates', 'additional SAML certificate'],
        ['issuer', 'OIDC issuer'],
        ['authurl', 'OIDC authorization endpoint'],
        ['tokenurl', 'OIDC token endpoint'],
        ['userdataurl', 'OIDC user data endpoint'],
        ['jwksurl', 'OIDC keys'],
        ['jwksuri', 'OIDC keys'],
        ['clientid', 'OIDC client'],
    ]),
    lists: new Set(['idpadditionalcertificates']),
};
function pairsOf({ before, after }) {
    const old = configurationsOf(before);
    const now = configurationsOf(after);
    return [...new Set([...old.keys(), ...now.keys()])].map((name) => {
        const [a, b] = [old.get(name), now.get(name)];
        const called = name === 'default' ? '' : ` of ${name.replace('=', ' ')}`;
        return { called, ...(a && { before: a }), ...(b && { after: b }) };
    });
}
/** Pairs of configurations of which both were in use. */
function keptPairs(subject) {
    if (subject.section !== 'tenant-sso' || subject.kind !== 'changed')
        return [];
    return pairsOf(subject).flatMap(({ called, before, after }) => before !== undefined && after !== undefined && isConfigured(before, SAML_AND_OIDC)
        ? [{ called, before, after }]
        : []);
}
const identityProviderChanged = {
    name: 'identity-provider-changed',
    finds: 'another SAML entity, sign-in address, certificate or metadata of a tenant, another OIDC issuer, endpoint, keys or client; SSO of a tenant that is turned on, or goes from SAML to OIDC',
    misses: 'what the identity provider itself does; a metadata document that changes at the same address; a client secret; a certificate or a protocol that is removed',
    find: (subject) => {
        const changed = keptPairs(subject).flatMap(({ called, before, after }) => {
            // The two protocols apart: one that is left is not trusted any more.
            const rest = (one) => Object.fromEntries(Object.entries(one).filter(([key]) => !['saml', 'oidc', 'tenant'].includes(key)));
            const names = [
                ...changedFields(before['saml'], after['saml'], SAML_AND_OIDC),
                ...changedFields(before['oidc'], after['oidc'], SAML_AND_OIDC),
                ...changedFields(rest(before), rest(after), SAML_AND_OIDC),
            ];
            return names.map((name) => `the identity provider${called} changed: ${name}`);
        });
        const { section, kind, places } = subject;
        if (kind !== 'changed' || (section !== 'tenants' && section !== 'tenant-settings')) {
            return changed;
        }
        const inTenant = places.filter(({ key, after }) => SAML_AND_OIDC.names.has(key) && !isBlank(after) && !(0,json_value/* isJsonObject */.OW)(after));
        return [
            ...inTenant.map(({ key }) => `the identity provider changed: ${SAML_AND_OIDC.names.get(key) ?? key}`),
            ...at(places, 'authtype')
                .filter(({ path, after }) => path.length === 1 && !isBlank(after) && after !== 'none')
                .map(({ after }) => `SSO of the tenant is now ${typeof after === 'string' ? after : ''}`),
        ];
    },
};
/** Whether the tenant signs in with SSO, as far as the configuration's own copy of the tenant says. */
function isInUse(configuration) {
    return members(configuration['tenant']).get('authType') !== 'none';
}
const ssoConfigurationAdded = {
    name: 'sso-configuration-added',
    finds: 'an SSO configuration that a tenant did not have, the second as the first',
    misses: 'the SSO of a new tenant, the first one of a tenant that does not use it, a configuration that names no identity provider',
    find: (subject, { newTenants }) => {
        const { section, kind, name } = subject;
        if (section !== 'tenant-sso' || kind === 'removed')
            return [];
        if (kind === 'added' && newTenants.has(name))
            return [];
        return pairsOf(subject).flatMap(({ called, before, after }) => after !== undefined &&
            isConfigured(after, SAML_AND_OIDC) &&
            !isConfigured(before, SAML_AND_OIDC) &&
            (kind === 'changed' || isInUse(after))
            ? [`an SSO configuration${called} was added`]
            : []);
    },
};
function roleOf(role) {
    if (typeof role === 'string')
        return role;
    const { name, id } = Object.fromEntries(members(role));
    return typeof name === 'string' && name !== '' ? name : typeof id === 'string' ? id : '';
}
/** What a configuration gives, a sentence each: roles by group, roles for all, relations by group. */
function grantsOf(configuration) {
    const grants = new Set();
    const visit = (value) => {
        for (const [key, child] of members(value)) {
            if (key === 'groupsMapping' || key === 'roleMappings') {
                for (const one of entries(child).map(members)) {
                    const role = roleOf(one.get('role') ?? one.get('roleName'));
                    for (const group of strings(one.get('groups'))) {
                        grants.add(`group ${group} gives role ${role}`);
                    }
                }
            }
            else if (key === 'defaultSSORoles') {
                for (const role of strings(child))
                    grants.add(`everybody who signs in has role ${role}`);
            }
            else if (key === 'fgaMappings') {
                for (const [group, mapping] of members(child)) {
                    for (const relation of entries(members(mapping).get('relations'))) {
                        grants.add(`group ${group} gives relation ${(0,json_write/* canonicalJson */.dj)(relation)}`);
                    }
                }
            }
            else if (key === 'saml' || key === 'oidc')
                visit(child);
        }
    };
    visit(configuration);
    return grants;
}
const ssoGrantsMore = {
    name: 'sso-grants-more',
    finds: 'a group of the identity provider that gives a role or a relation that it did not give, a role that SSO gives to everybody',
    misses: 'the order of groups (`groupsPriority`), what a new configuration gives, who is in a group at the identity provider',
    find: (subject) => keptPairs(subject).flatMap(({ called, before, after }) => {
        const old = grantsOf(before);
        return [...grantsOf(after)]
            .filter((grant) => !old.has(grant))
            .map((grant) => `SSO${called}: ${grant}`);
    }),
};
/** Attributes that say who somebody is, or which groups he is in. */
const IDENTITY = /^(?:loginid|username|email|phone|phonenumber|verifiedemail|verifiedphone|groups?|subjectnameidformat)$/;
const MAPPING = /^(?:attributemapping|userattrmapping|userdataclaimsmapping)$/;
function remapped(places) {
    return places
        .filter(({ path, key, after }) => IDENTITY.test(key) &&
        !isBlank(after) &&
        (key === 'subjectnameidformat' || path.slice(0, -1).some((one) => MAPPING.test(one))))
        .map(({ key }) => `another attribute of the provider is now the ${key}`);
}
const identityMappingChanged = {
    name: 'identity-mapping-changed',
    finds: 'another attribute of an identity or OAuth provider that is taken for login id, user name, e-mail, phone or groups',
    misses: 'names, pictures and custom attributes, a mapping that is removed',
    find: (subject) => {
        if (subject.section === 'authentication-methods' && subject.kind === 'changed') {
            return remapped(subject.places);
        }
        return keptPairs(subject).flatMap(({ before, after }) => remapped(placesBetween(before, after)));
    },
};
const ssoNoLongerEnforced = {
    name: 'sso-no-longer-enforced',
    finds: '`enforceSSO` of a tenant that was true and is not; a user who is excluded from it now',
    misses: 'a new tenant without SSO',
    find: ({ section, kind, places }) => tenants_TENANTS.has(section) && kind === 'changed'
        ? [
            ...at(places, 'enforcesso')
                .filter(isTurnedOff)
                .map(() => 'SSO is no longer enforced'),
            ...gained(at(places, 'enforcessoexclusions')).map((user) => `SSO is no longer enforced for ${user}`),
        ]
        : [],
};
const CHECKS = ['blockifemaildomainmismatch', 'markemailasunverified'];
const LIBERTIES = [
    'mergeusers',
    'allowduplicatessodomainsinothertenants',
    'allowoverrideroles',
    'trustprovidedemails',
];
const providerChecksRelaxed = {
    name: 'provider-checks-relaxed',
    finds: 'in the settings of SSO and OAuth: accounts of one e-mail that are merged, SSO domains that two tenants may have, roles that may be overridden; an e-mail domain that is no longer checked, an e-mail that is taken for verified',
    misses: 'other settings of these methods',
    find: ({ section, kind, places }) => section === 'authentication-methods' && kind === 'changed'
        ? [
            ...at(places, ...LIBERTIES)
                .filter(isTurnedOn)
                .map(({ key }) => `${key} was turned on`),
            ...at(places, ...CHECKS)
                .filter(isTurnedOff)
                .map(({ key }) => `${key} was turned off`),
        ]
        : [],
};

;// CONCATENATED MODULE: ./src/services/risk/tokens.ts

/** Claims that are shown to people, and by which nobody is let in. */
const HARMLESS = /^(?:name|displayname|givenname|familyname|middlename|nickname|picture|avatar|locale|lang(?:uage)?|zoneinfo|timezone|birthdate|gender|website|profile|theme|colou?r)$/;
/** Settings of a template that decide what the claims of authorization hold. */
const tokens_SETTINGS = [
    'authschema',
    'excludepermissions',
    'overridesubject',
    'conformanceissuer',
    'enforceissuer',
    'issuertype',
    'autodct',
];
function isHarmless(claim) {
    return HARMLESS.test(claim.replaceAll(/[_-]/g, '').toLowerCase());
}
/** The claims of a template that differ, whatever a customer calls them. */
function changedClaims({ before, after }) {
    const claims = (value) => members(members(value).get('template'));
    const [old, now] = [claims(before), claims(after)];
    return [...new Set([...old.keys(), ...now.keys()])].filter((claim) => !isHarmless(claim) &&
        (old.has(claim) !== now.has(claim) || !saySame(old.get(claim), now.get(claim))));
}
function templateUsed(places) {
    return at(places, 'usertemplateid', 'keytemplateid').map(({ key }) => key === 'usertemplateid'
        ? 'tokens of users have another template'
        : 'tokens of access keys have another template');
}
const tokenClaimsChanged = {
    name: 'token-claims-changed',
    finds: 'a claim of a JWT template that comes, goes or changes, but for those that are only shown (`name`, `picture`, `locale` and the like); its settings of permissions, subject and issuer; another template that the project or an application uses',
    misses: 'a new template, which nothing uses yet; custom claims of flows and access keys',
    find: (subject) => {
        const { section, kind, places } = subject;
        if (kind !== 'changed')
            return [];
        if (section === 'project-settings' || section === 'inbound-apps')
            return templateUsed(places);
        if (section !== 'jwt-templates')
            return [];
        return [
            ...changedClaims(subject).map((claim) => `tokens have another claim ${claim}`),
            ...at(places, ...tokens_SETTINGS)
                .filter(({ path }) => path.length === 1)
                .map(({ key }) => `tokens are made otherwise: ${key}`),
        ];
    },
};
/** Whose tokens an application takes, by issuer. */
function issuers(value) {
    return members(members(value).get('issuers'));
}
function newIssuers({ before, after }) {
    const old = issuers(before);
    return [...issuers(after)].flatMap(([issuer, now]) => saySame(old.get(issuer), now)
        ? []
        : [
            old.has(issuer)
                ? `tokens of issuer ${issuer} are checked otherwise`
                : `tokens of issuer ${issuer} are taken`,
        ]);
}
/** The settings of bearer tokens, wherever they stand in an application. */
function bearerSettings(value) {
    const own = members(value).get('jwtBearerSettings');
    return (own ??
        members(members(value).get('oidcSettings') ?? members(value).get('oidc')).get('jwtBearerSettings'));
}
const tokenIssuerTrusted = {
    name: 'token-issuer-trusted',
    finds: 'an issuer whose tokens an application takes, that is new or is checked with other keys, also in a new application; another issuer of the tokens for an application; sessions of another vendor that the project takes (`externalAuthConfig`)',
    misses: 'an issuer that is removed',
    find: ({ section, kind, places, before, after }) => {
        if (kind === 'removed')
            return [];
        if (section === 'project-settings') {
            const external = members(after).get('externalAuthConfig');
            return kind === 'changed' &&
                !isBlank(external) &&
                !saySame(members(before).get('externalAuthConfig'), external)
                ? ['sessions of another vendor are taken']
                : [];
        }
        if (section !== 'inbound-apps' && section !== 'sso-apps')
            return [];
        const [old, now] = [bearerSettings(before), bearerSettings(after)];
        return [
            ...newIssuers({
                path: [],
                key: '',
                ...(old !== undefined && { before: old }),
                ...(now !== undefined && { after: now }),
            }),
            ...(kind === 'changed'
                ? at(places, 'issuer')
                    .filter(({ path, after: issuer }) => path.at(-2)?.startsWith('oidc') && !isBlank(issuer))
                    .map(() => 'tokens for the application have another issuer')
                : []),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/risk/rules.ts











/** All rules, most important first; docs/changes.md has a row for each. */
const RULES = [
    tenantOrFlowRemoved,
    identityProviderChanged,
    ssoConfigurationAdded,
    ssoNoLongerEnforced,
    verificationNoLongerReached,
    proofGoneFromFlow,
    flowNotFollowed,
    authenticationMethodOff,
    weakerMethodOn,
    oauthClientChanged,
    passkeyTrustWidened,
    providerChecksRelaxed,
    identityMappingChanged,
    ssoGrantsMore,
    defaultRolesGrantMore,
    domainAdded,
    selfProvisioningOn,
    tenantOrSourceEnabled,
    redirectWidened,
    tokenIssuerTrusted,
    tokenClaimsChanged,
    roleGainedPermissions,
    accessKeyAdded,
    accessKeyWidened,
    applicationGrantsMore,
    connectorMoved,
    sessionLivesLonger,
    testUsersWidened,
    attributeOpened,
];

;// CONCATENATED MODULE: ./src/services/risk/subjects.ts
/**
 * What the rules look at: one object before and after. A file of a snapshot that lists things becomes its entries, so that
 * a rule sees a role, an application or an authentication method in one form, wherever it was saved.
 */


function sidesOf({ kind, edits, whole }) {
    if (kind === 'changed')
        return whole ?? {};
    const [edit] = edits;
    if (kind === 'added')
        return edit?.after === undefined ? {} : { after: edit.after };
    return edit?.before === undefined ? {} : { before: edit.before };
}
/** Files of a snapshot that list the objects of a section, under whichever member. */
const LISTS = new Map([
    ['roles.json', 'roles'],
    ['applications.json', 'sso-apps'],
    ['outboundapps.json', 'outbound-apps'],
    ['jwttemplates.json', 'jwt-templates'],
    ['attributes.json', 'user-attributes'],
]);
/** The section and name of a file that is one object. */
function ownObject(path) {
    if (path === 'project.json')
        return ['project-settings', 'project'];
    const [, folder, file] = /^(connectors|auth|flows|widgets\/flows)\/(.+)\.json$/.exec(path) ?? [];
    if (folder === undefined || file === undefined)
        return undefined;
    if (folder === 'connectors')
        return file === 'connectors' ? undefined : ['connectors', file];
    if (folder === 'auth')
        return ['authentication-methods', file];
    const [, flow, part] = /^([^/]+)\/(.+)$/.exec(file) ?? [];
    if (flow === undefined || part === undefined || part.startsWith('screen-'))
        return undefined;
    return ['flows', flow];
}
function makeSubject(change, section, name, before, after) {
    const sides = {
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
    };
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return { change, section, name, kind, ...sides, places: placesBetween(before, after) };
}
/** The entries of each list of a file, by member and by what they are called. */
function entriesOf(file) {
    const found = new Map();
    for (const [member, list] of members(file)) {
        for (const one of Array.isArray(list) ? list : []) {
            if (!(0,json_value/* isJsonObject */.OW)(one))
                continue;
            // Ids of roles are made anew for a snapshot: a name is a name.
            const { id, name } = one;
            const called = [name, id].find((text) => typeof text === 'string' && text !== '');
            let free = `${member}/${called === undefined ? '' : called}`;
            while (found.has(free))
                free += '#';
            found.set(free, one);
        }
    }
    return found;
}
function entrySubjects(change, section, { before, after }) {
    const old = entriesOf(before);
    const now = entriesOf(after);
    const subjects = [];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
        const subject = makeSubject(change, section, name, old.get(name), now.get(name));
        if (subject.kind !== 'changed' || subject.places.length > 1)
            subjects.push(subject);
    }
    return subjects;
}
function snapshotSubjects(change) {
    const sides = sidesOf(change);
    const listed = LISTS.get(change.id);
    if (listed !== undefined)
        return entrySubjects(change, listed, sides);
    const [section, name] = ownObject(change.id) ?? [change.section, change.id];
    return [{ change, section, name, kind: change.kind, ...sides, places: placesOf(change) }];
}
/** A connector whose file got another name is the same one: its id says so. */
function joinRenamed(subjects) {
    const idOf = (value) => members(value).get('id');
    const isFile = ({ section, kind }, wanted) => section === 'connectors' && kind === wanted;
    const gone = new Map(subjects
        .filter((subject) => isFile(subject, 'removed'))
        .map((subject) => [idOf(subject.before), subject]));
    gone.delete(undefined);
    gone.delete('');
    return subjects.map((subject) => {
        const old = isFile(subject, 'added') ? gone.get(idOf(subject.after)) : undefined;
        if (old === undefined)
            return subject;
        return makeSubject(subject.change, subject.section, subject.name, old.before, subject.after);
    });
}
/** The objects that changes are about, in their order. */
function subjectsOf(changes) {
    return joinRenamed(changes.flatMap((change) => {
        if (change.section === 'snapshot')
            return snapshotSubjects(change);
        const { section, id: name, kind } = change;
        const sides = section === 'tenants' ? {} : sidesOf(change);
        return [{ change, section, name, kind, ...sides, places: placesOf(change) }];
    }));
}

;// CONCATENATED MODULE: ./src/services/risk.ts
/** Which changes matter for who can sign in, and as whom. docs/changes.md lists the rules. */




/** What is said of a tenant in its settings and its SSO too is found once, in the tenant. */
function withoutRepeats(findings) {
    const tenantsFirst = [...findings].sort((a, b) => Number(b.section === 'tenants') - Number(a.section === 'tenants'));
    const first = new Map();
    for (const finding of tenantsFirst) {
        const { rule, section, id, text } = finding;
        const key = JSON.stringify([rule, tenants_TENANTS.has(section) ? 'tenants' : section, id, text]);
        if (!first.has(key))
            first.set(key, finding);
    }
    const kept = new Set(first.values());
    return findings.filter((finding) => kept.has(finding));
}
/** What a snapshot's file says that its section said already is found once; what it alone says is kept. */
function withoutTwinFindings(findings) {
    const key = (section, { rule, text }) => JSON.stringify([section, rule, text]);
    const said = new Set(findings.map((finding) => key(finding.section, finding)));
    return findings.filter((finding) => finding.twin === undefined || !said.has(key(finding.twin, finding)));
}
function contextOf(changes) {
    const newTenants = changes.filter(({ section, kind }) => section === 'tenants' && kind === 'added');
    return { newTenants: new Set(newTenants.map(({ id }) => id)) };
}
/** Says how much a diff matters: `high` when any rule finds something, `none` when nothing changed. */
function assessRisk({ changes }) {
    const context = contextOf(changes);
    const twinOf = twinFinder(changes);
    const subjects = subjectsOf(changes);
    const found = RULES.flatMap(({ name, find }) => subjects.flatMap((subject) => find(subject, context).map((text) => {
        const { section, id } = subject.change;
        return { rule: name, section, id, text, twin: twinOf(subject.change) };
    })));
    const findings = withoutTwinFindings(withoutRepeats(found)).map(({ rule, section, id, text }) => ({ rule, section, id, text }));
    const risk = findings.length > 0 ? 'high' : withoutTwins(changes).length > 0 ? 'low' : 'none';
    return { risk, findings };
}

;// CONCATENATED MODULE: ./src/services/shrink.ts




/** Fewer than this many objects are no alarm, unless they are all that there were. */
const MIN_LOST = 3;
/** Whether so many objects of a section may not be gone. */
function shrink_isTooMuch(lost, count, limitPercent) {
    if (lost <= 0)
        return false;
    return lost === count || (lost >= MIN_LOST && (lost / count) * 100 > limitPercent);
}
/** Whether an object is called by all of what it is; the second of two equal ones has a number behind it. */
function isUnnamed(id, objects) {
    // Tenants and flows all have ids. Others are looked at when their id may be JSON, which a name can look like.
    if (objects instanceof LazySection || !/^[[{"]/.test(id))
        return false;
    const text = objects.get(id) ?? '';
    return id.startsWith(text) && /^(?:#\d+)?$/.test(id.slice(text.length));
}
function objectsOf(section) {
    const named = new Set([...section.keys()].filter((id) => !isUnnamed(id, section)));
    return { named, unnamed: section.size - named.size };
}
/** Files that only list the other files of their folder. */
const INDEX = /^(?:connectors\/connectors|assets\/assets|styles\/styles|widgets\/flows\/flows)\.json$/;
const WIDGETS = 'widgets/widgets.json';
/** What a file of a snapshot is an object of, by the names of the coverage table; undefined where it counts elsewhere. */
function placeInSnapshot(file) {
    // One flow that goes takes several files with it, and is counted as a flow.
    if (file.startsWith('flows/') || INDEX.test(file) || file === WIDGETS)
        return undefined;
    if (file === 'project.json')
        return ['project-settings', file];
    const [, folder, rest = ''] = /^(connectors|auth|assets|widgets)\/(.*)$/.exec(file) ?? [];
    if (folder === 'auth')
        return ['authentication-methods', rest];
    const [, flow] = folder === 'widgets' ? (/^(flows\/[^/]+)\//.exec(rest) ?? []) : [];
    return folder === undefined ? ['snapshot', file] : [folder, flow ?? rest];
}
/** The names in a list, or under the keys of an object that holds lists. */
function listed(value) {
    if (Array.isArray(value)) {
        return value.map((one) => {
            const name = (0,json_value/* isJsonObject */.OW)(one) ? (one['id'] ?? one['widgetId'] ?? one['name']) : one;
            return typeof name === 'string' ? name : (0,json_write/* canonicalJson */.dj)(one);
        });
    }
    return (0,json_value/* isJsonObject */.OW)(value) ? Object.values(value).flatMap(listed) : [];
}
/** A snapshot as the sections that it consists of. */
function partsOf(files) {
    const parts = new Map();
    const add = (section, id) => {
        const ids = parts.get(section) ?? new Set();
        parts.set(section, ids.add(id));
    };
    for (const file of files.keys()) {
        const place = placeInSnapshot(file);
        if (place !== undefined)
            add(...place);
    }
    // A widget may have no file of its own.
    const widgets = files.get(WIDGETS);
    for (const name of widgets === undefined ? [] : listed((0,json_parse/* parseJson */.qF)(Buffer.from(widgets)))) {
        add('widgets', `widget ${name}`);
    }
    return new Map([...parts].map(([section, named]) => [section, { named, unnamed: 0 }]));
}
function countLost(before, after) {
    const named = [...before.named].filter((id) => after?.named.has(id) !== true).length;
    return named + Math.max(0, before.unnamed - (after?.unnamed ?? 0));
}
/** @returns why what a section lost is too much, or nothing when it is not */
function reasonOf(section, before, after, limitPercent) {
    const count = before.named.size + before.unnamed;
    const lost = countLost(before, after);
    const percent = (lost / count) * 100;
    if (!shrink_isTooMuch(lost, count, limitPercent))
        return [];
    if (lost === count)
        return [`${section}: all ${lost} are gone`];
    const shown = Math.round(percent * 10) / 10;
    return [`${section}: ${lost} of ${count} are gone (${shown} %, the limit is ${limitPercent} %)`];
}
/**
 * Tells where too much is gone since the last complete backup: more than the limit and at least three objects of a
 * section, or all of them, or a section that was saved then and is not now. What counts is objects that are gone, not how
 * many there are, so that another project's content in place of this one's is an alarm as well. What a snapshot alone
 * holds is sections too: connectors, authentication methods, widgets, assets and the project's settings.
 *
 * @returns a sentence each
 */
function findShrink(before, after, { limitPercent, failedSections }) {
    return [...before].flatMap(([section, objects]) => {
        const now = after.get(section);
        if (now === undefined) {
            return failedSections.has(section)
                ? []
                : [`${section}: it was saved last time, and is not now`];
        }
        if (section !== 'snapshot') {
            return reasonOf(section, objectsOf(objects), objectsOf(now), limitPercent);
        }
        const left = partsOf(now);
        return [...partsOf(objects)].flatMap(([part, had]) => failedSections.has(part) ? [] : reasonOf(part, had, left.get(part), limitPercent));
    });
}

;// CONCATENATED MODULE: ./src/services/damaged-history.ts
/** What damaged folders of the backup root tell of a line that has no good backup to compare with. */











const OUR_FILES = new Set([verification_MANIFEST_FILE, PROJECT_FILE, CHECKSUMS_FILE]);
/** A folder without any file of ours was never a backup. */
async function holdsOurs(path) {
    try {
        return (await readdir(path)).some((name) => OUR_FILES.has(name));
    }
    catch {
        return true;
    }
}
async function readClaim(path) {
    try {
        const file = join(path, MANIFEST_FILE);
        if (fileSizeProblem(MANIFEST_FILE, (await stat(file)).size) !== undefined)
            return undefined;
        return BackupManifest.safeParse(parseJson((await readHashed(file)).bytes)).data;
    }
    catch {
        return undefined;
    }
}
function countsOf({ coverage }) {
    const counts = new Map();
    for (const entry of coverage) {
        if (entry.status === 'saved')
            counts.set(entry.section, entry.count);
    }
    return counts;
}
/** Sections of which the damaged backup had many more objects, in words. */
function losses(before, after, limitPercent) {
    const now = countsOf(after);
    return [...countsOf(before)].flatMap(([section, count]) => {
        const left = now.get(section);
        if (left === undefined || !isTooMuch(count - left, count, limitPercent))
            return [];
        return [`${count} ${section} in ${before.backup_id}, which is damaged, and ${left} now`];
    });
}
/**
 * A damaged backup cannot be compared with object by object, but its manifest tells how many objects there were: where
 * that many are there still, a line whose only backup is damaged may begin anew.
 *
 * @param root the backups of the root
 * @param line as `lineName` gives it
 * @param fresh the manifest of the new backup
 * @returns why the line may not begin anew, in words; empty when it may
 */
async function damagedHistory(root, line, fresh, limitPercent) {
    const reasons = [];
    let unreadable = 0;
    for (const backup of root) {
        const { path, verification } = backup;
        if (verification.verified || verification.isLegacy || !(await holdsOurs(path)))
            continue;
        const belonging = await belongingOf(backup);
        const owner = 'line' in belonging ? belonging.line : undefined;
        if (owner !== undefined && owner !== line)
            continue;
        const claim = owner === undefined ? undefined : await readClaim(path);
        if (claim === undefined)
            unreadable++;
        else if (claim.status === 'complete')
            reasons.push(...losses(claim, fresh, limitPercent));
    }
    if (unreadable > 0)
        reasons.push(`${unreadable} in the backup root that nobody can read`);
    return reasons;
}

;// CONCATENATED MODULE: ./src/services/base-state.ts

function sectionsOf({ coverage }, status) {
    return new Set(coverage.flatMap((entry) => (entry.status === status ? [entry.section] : [])));
}
/** Sections that the base failed to save, and the new backup did save. */
function missingSections(base, after) {
    const saved = sectionsOf(after, 'saved');
    return [...sectionsOf(base, 'failed')].filter((section) => saved.has(section));
}
/** Whether some backups together saved all of these sections. */
function haveSaved(manifests, sections) {
    const saved = manifests.map((manifest) => sectionsOf(manifest, 'saved'));
    return sections.every((section) => saved.some((names) => names.has(section)));
}
/**
 * Reads what a new backup is compared with: the state of the newest base; of a section that it failed to save, the state in
 * the newest one that did, so that a loss cannot hide behind a night in which the section was not readable.
 *
 * @param bases newest first, at least one
 * @param after the manifest of the new backup
 * @throws Error when a file cannot be read
 */
async function readBaseState(bases, after) {
    const [base, ...older] = bases;
    const state = new Map(await readProjectState(base.path, base.manifest));
    const missing = new Set(missingSections(base.manifest, after));
    for (const { path, manifest } of older) {
        const saved = sectionsOf(manifest, 'saved');
        const wanted = [...missing].filter((section) => saved.has(section));
        if (wanted.length === 0)
            continue;
        const sections = await readProjectState(path, manifest);
        for (const section of wanted) {
            const objects = sections.get(section);
            if (objects !== undefined)
                state.set(section, objects);
            missing.delete(section);
        }
    }
    return state;
}

;// CONCATENATED MODULE: ./src/services/comparison.ts
/** Compares a new backup with the ones that it stands on: what changed, how much of it matters, and what is gone. */








/** What an older release did not ask every tenant for. */
const NEWLY_ASKED = ['tenant-sso'];
/** The backup whose answers about the SSO of tenants are compared with: an older one where the base failed to save them. */
function whoAsked(bases) {
    return bases.find((backup) => haveSaved([backup.manifest], NEWLY_ASKED)) ?? bases[0];
}
/**
 * @param after what the new backup has of what was asked for before, too
 * @param now all that it has
 */
async function findLosses(before, after, now, { lookBack, fresh, shrinkLimit }) {
    const failed = fresh.manifest.coverage.flatMap(({ section, status }) => status === 'failed' ? [section] : []);
    const policy = { limitPercent: shrinkLimit, failedSections: new Set(failed) };
    const sudden = findShrink(before, after, policy);
    if (lookBack === undefined || sudden.length > 0)
        return sudden;
    const { manifest } = lookBack;
    const state = await readProjectState(lookBack.path, manifest);
    const asked = withoutNewlyAsked({ manifest, state }, now);
    return findShrink(state, asked, policy).map((reason) => `${reason}, little by little since ${lookBack.manifest.backup_id}`);
}
/** Compares in this process, without bounds of time and memory. */
const compareBackups = async (request) => {
    const { bases, fresh } = request;
    const [base] = bases;
    const before = await readBaseState(bases, fresh.manifest);
    const now = await readProjectState(fresh.path, fresh.manifest);
    const after = withoutNewlyAsked({ manifest: whoAsked(bases).manifest, state: before }, now);
    const rule = withheldRule(base.manifest, fresh.manifest);
    const diff = new DiffService().diff(before, after, rule);
    const report = reportDiff(diff, assessRisk(diff));
    return { report, losses: await findLosses(before, after, now, request) };
};

;// CONCATENATED MODULE: ./src/services/git-tree-place.ts
/** Where a tree for git may be. */



/** What is at a path: a link is never followed. */
async function git_tree_place_kindOf(path) {
    try {
        const stat = await lstat(path);
        return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other';
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return 'nothing';
        throw error;
    }
}
/** Where a path really is, also when the end of it does not exist yet. */
async function realPlace(path) {
    try {
        return await realpath(path);
    }
    catch (error) {
        const code = errorCode(error);
        if ((code !== 'ENOENT' && code !== 'ENOTDIR') || dirname(path) === path)
            throw error;
        return join(await realPlace(dirname(path)), basename(path));
    }
}
function git_tree_place_isWithin(path, folder) {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
/** What of a path below a folder is a link that leads out of the folder, or nowhere; undefined when nothing is. */
async function findWayOut(path, folder) {
    const root = await realPlace(folder);
    let place = folder;
    for (const name of relative(folder, path).split(sep)) {
        place = join(place, name);
        const kind = await git_tree_place_kindOf(place).catch((error) => {
            // A file stands in the way, which is told when the tree is written.
            if (errorCode(error) === 'ENOTDIR')
                return 'nothing';
            throw error;
        });
        if (kind === 'nothing')
            return undefined;
        // Of a link that leads nowhere nobody can tell where it leads to.
        const real = await realpath(place).catch(() => undefined);
        if (real === undefined || !git_tree_place_isWithin(real, root))
            return place;
    }
    return undefined;
}
/**
 * Makes sure that the tree and the backups do not meet: neither may remove what the other wrote. And that a tree in the
 * workspace stays there: what is checked out may hold links, and would have the tree replace folders elsewhere.
 *
 * @throws Error when the folder is, contains or lies within the backup root, links resolved; or lies in the workspace by
 * its name, but a link on its way leads out
 */
async function checkGitTreePlace(folder, backupRoot, workspace) {
    let tree;
    let root;
    try {
        [tree, root] = await Promise.all([realPlace(resolve(folder)), realPlace(resolve(backupRoot))]);
    }
    catch (error) {
        throw explainIoError(error, 'could not tell where git-tree and backup-root are');
    }
    if (git_tree_place_isWithin(resolve(folder), resolve(workspace))) {
        const way = await findWayOut(resolve(folder), resolve(workspace)).catch((error) => {
            throw explainIoError(error, 'could not tell where git-tree leads to');
        });
        if (way !== undefined) {
            throw new Error(`git-tree ${folder} is not used: ${way} is a link that leaves the workspace. Remove the link, or set git-tree to a folder of the workspace`);
        }
    }
    if (!git_tree_place_isWithin(tree, root) && !git_tree_place_isWithin(root, tree))
        return;
    throw new Error(`git-tree ${folder} and backup-root ${backupRoot} are the same folder or lie within each other: ` +
        `use two folders side by side`);
}

;// CONCATENATED MODULE: ./src/services/tree-names.ts
/** File names of ids in the tree for git. docs/git-tree.md describes them. */


/** Names up to this many bytes, endings not counted, are kept whole. */
const MAX_BYTES = 200;
const CUT_MARK = '~';
const HASH_DIGITS = 16;
/** Ids of which every sign stands for itself, which most do. */
const PLAIN = /^[0-9a-z][0-9a-z_-]*$/;
/**
 * Signs that are always escaped: what is forbidden in names somewhere, what the escape itself is made of (`%`, and `~`,
 * which begins the end of a cut name and the short names of Windows, such as `git~1`), and what cannot be seen, which
 * some file systems ignore when they compare names.
 */
const UNSAFE = /["%*/:<>?\\|~]|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Signs that file systems may take for others: of another case, or composed in another way. */
const AMBIGUOUS = /[A-Z\u0080-\u{10ffff}]/u;
/** A sign in UTF-8. Half of a surrogate pair has no UTF-8: it gets the three bytes that the scheme would give it. */
function bytesOf(sign) {
    const code = sign.codePointAt(0);
    if (code < 0xd800 || code > 0xdfff)
        return Buffer.from(sign);
    return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
}
function percent(sign) {
    return [...bytesOf(sign)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('');
}
/** The hash is taken of all bytes of the id, so that ids that only their ends tell apart get names of their own. */
function cut(signs, id) {
    const name = signs.join('');
    if (Buffer.byteLength(name) <= MAX_BYTES)
        return name;
    let room = MAX_BYTES - CUT_MARK.length - HASH_DIGITS;
    let start = '';
    for (const sign of signs) {
        room -= Buffer.byteLength(sign);
        if (room < 0)
            break;
        start += sign;
    }
    const hash = sha256(Buffer.concat(Array.from(id, bytesOf)));
    return `${start}${CUT_MARK}${hash.slice(0, HASH_DIGITS)}`;
}
function escapeId({ id, escapesDots }, also) {
    if (PLAIN.test(id) && unsafeNameReason(id) === undefined && id.length <= MAX_BYTES)
        return id;
    // A bare % is no escape, and so no other id's name.
    if (id === '')
        return '%';
    const signs = Array.from(id);
    const escaped = signs.map((sign, index) => {
        const isEdge = index === 0 || index === signs.length - 1;
        const isUnsafe = UNSAFE.test(sign) ||
            also?.test(sign) === true ||
            (sign === '.' && (isEdge || escapesDots === true)) ||
            (sign === ' ' && index === signs.length - 1);
        return isUnsafe ? percent(sign) : sign;
    });
    const name = cut(escaped, id);
    // What is still unsafe now is the name of a device.
    if (unsafeNameReason(name) === undefined)
        return name;
    return cut([percent(signs[0]), ...escaped.slice(1)], id);
}
/** Equal for names that some file system takes for one. Sign by sign, since a lower case may depend on the neighbours. */
function folded(name) {
    return Array.from(name.normalize('NFD'), (sign) => sign.toLowerCase().toUpperCase())
        .join('')
        .normalize('NFD');
}
/**
 * Gives each entry of one folder a file name that is safe on every system, and that no other entry has, also where
 * upper and lower case are the same. An id that stands for itself keeps its name; the names do not depend on the order.
 *
 * @returns the names, ending included, in the order of the entries
 */
function tree_names_treeNames(entries) {
    const plain = entries.map((entry) => escapeId(entry));
    const groups = new Map();
    const keys = entries.map(({ ending }, index) => folded(`${plain[index]}${ending}`));
    for (const key of keys)
        groups.set(key, (groups.get(key) ?? 0) + 1);
    return entries.map((entry, index) => {
        const isAlone = groups.get(keys[index]) === 1;
        return `${isAlone ? plain[index] : escapeId(entry, AMBIGUOUS)}${entry.ending}`;
    });
}

;// CONCATENATED MODULE: ./src/services/git-tree.ts








/** The folders of a tree, which belong to this tool alone. */
const PARTS = (/* unused pure expression or super */ null && (['tenants', 'flows', 'resources', 'snapshot']));
/** Where a tree is written before it takes its place. */
const STAGING = '.descope-backup-tree.tmp';
/** Says that the parts beside it may be replaced. */
const MARKER_FILE = '.descope-backup-tree';
const MARKER_TEXT = (/* unused pure expression or super */ null && ('The folders tenants, flows, resources and snapshot beside this file are written by descope-backup\n' +
    '(input git-tree), which replaces them whole in every run. Do not edit or add files there.\n'));
/** Sections whose objects are files beside those of the tenants that they belong to. */
const TENANT_ENDINGS = [
    ['tenants', '.json'],
    ['tenant-sso', '.sso.json'],
    ['tenant-settings', '.settings.json'],
];
const WITH_FOLDER_OF_THEIR_OWN = new Set([
    ...TENANT_ENDINGS.map(([section]) => section),
    'flows',
    'snapshot',
]);
/** Files that are to be written at once. */
const WRITERS = 8;
const NO_OBJECTS = new Map();
/**
 * Tenants with their SSO and settings. A name is chosen for all three files of a tenant, so that they stay together.
 */
function* tenantFiles(state) {
    const ids = new Set(TENANT_ENDINGS.flatMap(([section]) => [...(state.get(section)?.keys() ?? [])]));
    const names = namesOf([...ids].map((id) => ({ id, ending: '', escapesDots: true })));
    for (const [section, ending] of TENANT_ENDINGS) {
        for (const [id, text] of state.get(section) ?? NO_OBJECTS) {
            yield [`tenants/${names.get(id)}${ending}`, text];
        }
    }
}
function namesOf(entries) {
    const names = treeNames(entries);
    return new Map(entries.map(({ id }, index) => [id, names[index]]));
}
/** One file an object. */
function* objectFiles(folder, objects) {
    const names = namesOf([...objects.keys()].map((id) => ({ id, ending: '.json' })));
    for (const [id, text] of objects)
        yield [`${folder}/${names.get(id)}`, text];
}
function* resourceFiles(state) {
    const sections = [...state].filter(([section]) => !WITH_FOLDER_OF_THEIR_OWN.has(section));
    const names = namesOf(sections.map(([id]) => ({ id, ending: '', escapesDots: true })));
    for (const [section, objects] of sections) {
        const path = `resources/${names.get(section)}`;
        const whole = objects.size === 1 ? objects.get(section) : undefined;
        if (whole === undefined)
            yield* objectFiles(path, objects);
        else
            yield [`${path}.json`, whole];
    }
}
/**
 * How an entry of a snapshot is named. No folder has a dot in its name and every file has one, and what stands for a
 * file that is not JSON alone ends in `.sha256.json`: so two entries cannot meet.
 */
function snapshotName(segment, { text }) {
    if (text === undefined)
        return { id: segment, ending: '', escapesDots: true };
    if (!isJsonFile(segment))
        return { id: segment, ending: '.sha256.json' };
    const id = segment.slice(0, -'.json'.length);
    return { id, ending: '.json', escapesDots: /\.sha256$/i.test(id) };
}
function* snapshotFiles(folder, { children }) {
    const entries = [...children];
    const names = treeNames(entries.map(([segment, node]) => snapshotName(segment, node)));
    for (const [index, [, node]] of entries.entries()) {
        const path = `${folder}/${names[index]}`;
        if (node.text === undefined)
            yield* snapshotFiles(path, node);
        else
            yield [path, node.text];
    }
}
/** Flows are in a section of their own, with all that the files of the snapshot say of them. */
const REPEATS_FLOW = /^flows\/[^/]+\//;
function snapshotTree(state) {
    const root = { children: new Map() };
    for (const [path, text] of state.get('snapshot') ?? NO_OBJECTS) {
        if (state.has('flows') && REPEATS_FLOW.test(path))
            continue;
        let node = root;
        const segments = path.split('/');
        for (const [index, segment] of segments.entries()) {
            const isFile = index === segments.length - 1;
            const child = node.children.get(segment) ?? { ...(isFile && { text }), children: new Map() };
            if (isFile !== (child.text !== undefined)) {
                throw new Error(`the snapshot has a file and a folder of one name: ${JSON.stringify(path)}`);
            }
            node.children.set(segment, child);
            node = child;
        }
    }
    return root;
}
function* filesOf(state) {
    yield* tenantFiles(state);
    yield* objectFiles('flows', state.get('flows') ?? NO_OBJECTS);
    yield* resourceFiles(state);
    yield* snapshotFiles('snapshot', snapshotTree(state));
}
/**
 * Writes the files some at a time. They are not flushed to the disk one by one: what they say is in the backup, which
 * is, and git adds them when they are whole.
 */
async function writeFiles(folder, files) {
    const made = new Map();
    let count = 0;
    let hasFailed = false;
    const write = async () => {
        for (let next = files.next(); next.done !== true && !hasFailed; next = files.next()) {
            const [path, text] = next.value;
            const parent = join(folder, dirname(path));
            const isMade = made.get(parent) ?? mkdir(parent, { recursive: true });
            made.set(parent, isMade);
            await isMade;
            // A file that is there already would be another object's.
            await writeFile(join(folder, path), `${formatJson(parseJson(Buffer.from(text)))}\n`, {
                flag: 'wx',
            });
            count++;
        }
    };
    // All have ended before the folder may be removed.
    const ended = await Promise.allSettled(Array.from({ length: WRITERS }, () => write().catch((error) => {
        hasFailed = true;
        throw error;
    })));
    for (const result of ended)
        if (result.status === 'rejected')
            throw result.reason;
    return count;
}
/**
 * Makes sure that the parts in the folder are ours to replace.
 *
 * @throws Error when they are not, or one leads elsewhere; then nothing was changed
 */
async function claim(folder) {
    const root = await kindOf(folder);
    if (root !== 'folder' && root !== 'nothing') {
        throw new Error(`${folder} is a link or a file, not a folder: set git-tree to a folder`);
    }
    const marker = join(folder, MARKER_FILE);
    const mark = await kindOf(marker);
    if (mark !== 'file' && mark !== 'nothing') {
        throw new Error(`${marker} is not the file that marks a git tree: remove it`);
    }
    for (const name of [...PARTS, STAGING]) {
        const path = join(folder, name);
        const kind = await kindOf(path);
        if (kind === 'nothing')
            continue;
        if (kind !== 'folder') {
            throw new Error(`${path} is a link or a file, not a folder: remove it or use another git-tree`);
        }
        if (mark === 'nothing') {
            throw new Error(`${path} is there, but ${MARKER_FILE} is not: the folder may be somebody else's, and would be replaced. ` +
                `Use another git-tree, or move it away`);
        }
    }
    await mkdir(folder, { recursive: true });
    if (mark === 'nothing')
        await writeFile(marker, MARKER_TEXT);
}
/** Puts the parts of `fresh` in the place of those in the folder, which are moved to `old`. All of them, or none. */
async function swap(folder, fresh, old) {
    const done = [];
    const move = async (from, to) => {
        if ((await kindOf(from)) === 'nothing')
            return;
        await rename(from, to);
        done.push([from, to]);
    };
    await mkdir(old);
    try {
        for (const part of PARTS) {
            await move(join(folder, part), join(old, part));
            await move(join(fresh, part), join(folder, part));
        }
    }
    catch (error) {
        for (const [from, to] of done.reverse())
            await rename(to, from);
        throw error;
    }
}
const removeFolder = (path) => rm(path, { recursive: true, force: true, maxRetries: 3 });
/**
 * Writes a state as one file an object, for git: the same state gives the same bytes. The folder's own parts are
 * replaced whole; whatever else is in the folder stays as it is.
 *
 * @throws Error when the folder is not ours to write to, or the tree could not be written; then the tree is as it was
 */
async function writeGitTree(folder, state) {
    const staging = join(folder, STAGING);
    const fresh = join(staging, 'new');
    try {
        await claim(folder);
        // A killed run may have left one.
        await removeFolder(staging);
        try {
            await mkdir(fresh, { recursive: true });
            const files = await writeFiles(fresh, filesOf(state));
            await swap(folder, fresh, join(staging, 'old'));
            return { files };
        }
        finally {
            // What is left of it goes in the next run.
            await removeFolder(staging).catch(() => undefined);
        }
    }
    catch (error) {
        throw explainIoError(error, `could not write the git tree ${folder}`);
    }
}

;// CONCATENATED MODULE: ./src/services/index.ts



























/***/ }),

/***/ 120:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ fileSizeProblem),
/* harmony export */   Qq: () => (/* binding */ pathSizeProblem),
/* harmony export */   Wo: () => (/* binding */ ARTIFACT_LIMITS),
/* harmony export */   _u: () => (/* binding */ sizeInWords),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES)
/* harmony export */ });
/* unused harmony exports MAX_RECORD_BYTES, MAX_FILE_BYTES, MAX_PATH_BYTES, MAX_PATH_DEPTH, MAX_ZIP_BYTES, maxFileBytes */
/**
 * How much a backup, and an artifact with backups, may hold. Who reads takes nothing beyond these bounds, since it may come
 * from a stranger; who writes keeps within them, so that what was written can be read.
 */
const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
/** Bytes of manifest.json, and of SHA256SUMS: both are read whole before anything is proven. */
const MAX_RECORD_BYTES = 16 * MIB;
/** Bytes of any other file of a backup. */
const MAX_FILE_BYTES = 2 * GIB;
/** UTF-8 bytes of one name of a file or folder. */
const MAX_NAME_BYTES = 255;
/**
 * UTF-8 bytes of the path of a file, and names in it, from the backup's folder on: the folder itself must find place before it
 * on any system.
 */
const MAX_PATH_BYTES = 800;
const MAX_PATH_DEPTH = 32;
/** In an artifact the folders of project and backup stand before the path of a file. */
const ABOVE_BACKUP = { names: 2, bytes: 100 };
/** Bounds of an artifact: ten years of nights, and more files than GitHub takes of most projects. */
const ARTIFACT_LIMITS = {
    entries: 1_000_000,
    bytes: 16 * GIB,
    folders: 200_000,
    pathBytes: MAX_PATH_BYTES + ABOVE_BACKUP.bytes,
    depth: MAX_PATH_DEPTH + ABOVE_BACKUP.names,
    fileBytes: (path) => maxFileBytes(path.split('/').slice(ABOVE_BACKUP.names).join('/')),
};
/** Bytes of the zip: little more than what is in it when nothing can be compressed. */
const MAX_ZIP_BYTES = ARTIFACT_LIMITS.bytes + GIB;
const RECORDS = new Set(['manifest.json', 'SHA256SUMS']);
/** @param path of a file, from the backup's folder on */
function maxFileBytes(path) {
    return RECORDS.has(path) ? MAX_RECORD_BYTES : MAX_FILE_BYTES;
}
/** `16 MiB`, `2 GiB`, `1000 bytes`. */
function sizeInWords(bytes) {
    if (bytes >= GIB && bytes % GIB === 0)
        return `${bytes / GIB} GiB`;
    return bytes >= MIB && bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes} bytes`;
}
/** Why the size of a file is too much, or undefined when it is not. @param path from the backup's folder on */
function fileSizeProblem(path, bytes) {
    const limit = maxFileBytes(path);
    return bytes > limit ? `it is larger than ${sizeInWords(limit)}` : undefined;
}
/** Why a path is too long or too deep, or undefined when it is not. */
function pathSizeProblem(path, { pathBytes, depth } = {
    pathBytes: MAX_PATH_BYTES,
    depth: MAX_PATH_DEPTH,
}) {
    if (Buffer.byteLength(path) > pathBytes)
        return `it is longer than ${pathBytes} bytes`;
    return path.split('/', depth + 1).length > depth
        ? `it has more than ${depth} names within each other`
        : undefined;
}


/***/ }),

/***/ 305:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   LR: () => (/* binding */ isOfContent),
/* harmony export */   U_: () => (/* binding */ explainIoError)
/* harmony export */ });
const CAUSES = {
    ENOSPC: 'the disk is full: free some space or put backup-root on another disk',
    EDQUOT: 'the disk quota is used up: free some space or put backup-root on another disk',
    EACCES: 'no permission: let the user that runs the action read and write there',
    EPERM: 'no permission: let the user that runs the action read and write there',
    EROFS: 'the file system is read-only: put backup-root on one that can be written',
    EIO: 'the disk reported an input/output error: check the disk',
    EMFILE: 'too many files are open: raise the limit (ulimit -n) of the runner',
    ENFILE: 'too many files are open on this machine: raise its limit',
    ENOTDIR: 'a part of the path is a file, not a folder',
    ENOENT: 'it does not exist',
    EEXIST: 'it exists already and is not a folder',
    ELOOP: 'too many symbolic links',
    ENAMETOOLONG: 'the path is too long',
};
function errorCode(error) {
    const { code } = error;
    return typeof code === 'string' ? code : undefined;
}
/** Codes of the system that say what is there, or is not: reading it at another time would tell the same. */
const CONTENT_CODES = new Set([
    'ENOENT',
    'ENAMETOOLONG',
    'ENOTDIR',
    'EISDIR',
    'ELOOP',
    'EILSEQ',
    'EFBIG',
]);
/**
 * Whether an error of reading tells of what was read. Any other tells of the disk, of rights or of the machine, and what
 * could not be read may well be good.
 */
function isOfContent(error) {
    const code = errorCode(error);
    // Errors of Node itself have codes, too: of texts and files that are too large for it, and names with a NUL.
    return code === undefined || code.startsWith('ERR_') || CONTENT_CODES.has(code);
}
/**
 * Turns an error of a file operation into one that says what was attempted, why it failed and what to do.
 * Errors without a system code come back as they are: they carry their own words.
 *
 * @param attempt what was attempted, such as `could not write the backup`
 */
function explainIoError(error, attempt) {
    const code = errorCode(error);
    const cause = code === undefined ? undefined : (CAUSES[code] ?? error.message);
    if (cause === undefined || code === undefined) {
        return error instanceof Error ? error : new Error(String(error));
    }
    const { path } = error;
    return new Error(`${attempt}: ${path === undefined ? '' : `${path}: `}${cause} (${code})`, {
        cause: error,
    });
}


/***/ }),

/***/ 448:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fg: () => (/* binding */ JsonRunParser),
  qF: () => (/* binding */ parseJson),
  h9: () => (/* binding */ parseJsonInRuns)
});

// UNUSED EXPORTS: JsonDuplicateKeyError, JsonSyntaxError

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./node_modules/lossless-json/lib/esm/utils.js
/**
 * Test whether a string contains an integer number
 */
function utils_isInteger(value) {
  return INTEGER_REGEX.test(value);
}
const INTEGER_REGEX = /^-?[0-9]+$/;

/**
 * Test whether a string contains a number
 * http://stackoverflow.com/questions/13340717/json-numbers-regular-expression
 */
function utils_isNumber(value) {
  return NUMBER_REGEX.test(value);
}
const NUMBER_REGEX = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Test whether a string can be safely represented with a number
 * without information loss.
 *
 * When approx is true, floating point numbers that lose a few digits but
 * are still approximately equal in value are considered safe too.
 * Integer numbers must still be exactly equal.
 */
function isSafeNumber(value, config) {
  if (utils_isInteger(value)) {
    return Number.isSafeInteger(Number.parseInt(value, 10));
  }
  const num = Number.parseFloat(value);
  // Reject unsafe integers written as floats, like '9007199254740992.0', which isInteger(value) misses.
  if (Number.isInteger(num) && !Number.isSafeInteger(num)) {
    return false;
  }
  const parsed = String(num);
  if (value === parsed) {
    return true;
  }
  const valueDigits = extractSignificantDigits(value);
  const parsedDigits = extractSignificantDigits(parsed);
  if (valueDigits === parsedDigits) {
    return true;
  }
  if (config?.approx === true) {
    // A floating point value is approximately equal when:
    // 1. it has at least 14 digits
    // 2. the first 14 digits are equal
    const requiredDigits = 14;
    if (parsedDigits.length >= requiredDigits && valueDigits.startsWith(parsedDigits.substring(0, requiredDigits))) {
      return true;
    }
  }
  return false;
}
let UnsafeNumberReason = /*#__PURE__*/function (UnsafeNumberReason) {
  UnsafeNumberReason["underflow"] = "underflow";
  UnsafeNumberReason["overflow"] = "overflow";
  UnsafeNumberReason["truncate_integer"] = "truncate_integer";
  UnsafeNumberReason["truncate_float"] = "truncate_float";
  return UnsafeNumberReason;
}({});

/**
 * When the provided value is an unsafe number, describe what the reason is:
 * overflow, underflow, truncate_integer, or truncate_float.
 * Returns undefined when the value is safe.
 */
function getUnsafeNumberReason(value) {
  if (isSafeNumber(value, {
    approx: false
  })) {
    return undefined;
  }
  if (utils_isInteger(value)) {
    return UnsafeNumberReason.truncate_integer;
  }
  const num = Number.parseFloat(value);
  if (!Number.isFinite(num)) {
    return UnsafeNumberReason.overflow;
  }
  if (num === 0) {
    return UnsafeNumberReason.underflow;
  }
  return UnsafeNumberReason.truncate_float;
}

/**
 * Convert a string into a number when it is safe to do so.
 * Throws an error otherwise, explaining the reason.
 */
function toSafeNumberOrThrow(value, config) {
  const number = Number.parseFloat(value);
  const unsafeReason = getUnsafeNumberReason(value);
  if (config?.approx === true ? unsafeReason && unsafeReason !== UnsafeNumberReason.truncate_float : unsafeReason) {
    const unsafeReasonText = unsafeReason?.replace(/_\w+$/, '');
    throw new Error(`Cannot safely convert to number: the value '${value}' would ${unsafeReasonText} and become ${number}`);
  }
  return number;
}

/**
 * Split a number into sign, digits, and exponent.
 * Leading zeros and non-canonical zeros are normalized.
 *
 * The value can be constructed again from a split number by inserting a dot
 * at the second character of the digits if there is more than one digit,
 * prepending it with the sign, and appending an "e" and the exponent as follows:
 *
 *     const reconstructed = `${sign}${digits[0]}.${digits.slice(1)}e${exponent}`
 *
 */
function splitNumber(value) {
  const match = value.match(/^(-?)(\d+(?:\.\d*)?)([eE]([+-]?\d+))?$/);
  if (!match) {
    throw new SyntaxError(`Invalid number: ${value}`);
  }
  const sign = match[1];
  const digitsStr = match[2];
  let exponent = match[4] !== undefined ? Number.parseInt(match[4], 10) : 0;
  const dot = digitsStr.indexOf('.');
  exponent += dot !== -1 ? dot - 1 : digitsStr.length - 1;
  const coefficient = digitsStr.replace('.', '');
  const {
    start,
    end
  } = getSignificantDigitRange(coefficient);
  exponent -= start;
  const digits = coefficient.slice(start, end);

  // normalize zero, for example normalizes 0e5 or -0 into 0
  return digits.length > 0 ? {
    sign,
    digits,
    exponent
  } : {
    sign: '',
    digits: '0',
    exponent: 0
  };
}

/**
 * Compare two strings containing a numeric value
 * Returns 1 when a is larger than b, 0 when they are equal,
 * and -1 when a is smaller than b.
 */
function utils_compareNumber(a, b) {
  if (a === b) {
    return 0;
  }
  const aa = splitNumber(a);
  const bb = splitNumber(b);
  const sign = aa.sign === '-' ? -1 : 1;
  if (aa.sign !== bb.sign) {
    return sign;
  }
  if (aa.digits === '0') {
    return bb.digits === '0' ? 0 : -1;
  }
  if (bb.digits === '0') {
    return 1;
  }
  if (aa.exponent !== bb.exponent) {
    return aa.exponent > bb.exponent ? sign : aa.exponent < bb.exponent ? -sign : 0;
  }
  return aa.digits > bb.digits ? sign : aa.digits < bb.digits ? -sign : 0;
}

/**
 * Count the significant digits of a number.
 *
 * For example:
 *   '2.34' returns 3
 *   '-77' returns 2
 *   '0.003400' returns 2
 *   '120.5e+30' returns 4
 **/
function utils_countSignificantDigits(value) {
  const {
    start,
    end
  } = getSignificantDigitRange(value);
  const dot = value.indexOf('.');
  if (dot === -1 || dot < start || dot > end) {
    return end - start;
  }
  return end - start - 1;
}

/**
 * Get the significant digits of a number.
 *
 * For example:
 *   '2.34' returns '234'
 *   '-77' returns '77'
 *   '0.003400' returns '34'
 *   '120.5e+30' returns '1205'
 **/
function extractSignificantDigits(value) {
  const {
    start,
    end
  } = getSignificantDigitRange(value);
  const digits = value.substring(start, end);
  const dot = digits.indexOf('.');
  if (dot === -1) {
    return digits;
  }
  return digits.substring(0, dot) + digits.substring(dot + 1);
}

/**
 * Returns the range (start to end) of the significant digits of a value.
 * Note that this range _may_ contain the decimal dot.
 *
 * For example:
 *
 *     getSignificantDigitRange('0.0325900') // { start: 3, end: 7 }
 *     getSignificantDigitRange('2.0300')    // { start: 0, end: 3 }
 *     getSignificantDigitRange('0.0')       // { start: 3, end: 3 }
 *
 */
function getSignificantDigitRange(value) {
  let start = 0;
  if (value[0] === '-') {
    start++;
  }
  while (value[start] === '0' || value[start] === '.') {
    start++;
  }
  let end = value.lastIndexOf('e');
  if (end === -1) {
    end = value.lastIndexOf('E');
  }
  if (end === -1) {
    end = value.length;
  }
  while ((value[end - 1] === '0' || value[end - 1] === '.') && end > start) {
    end--;
  }
  return {
    start,
    end
  };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/lossless-json/lib/esm/LosslessNumber.js


// A shared symbol recognizes numbers from separate library copies where instanceof fails.
const losslessNumberMarker = Symbol.for('lossless-json.LosslessNumber');

/**
 * A lossless number. Stores its numeric value as string
 */
class LosslessNumber {
  // numeric value as string
  value;

  /**
   * @deprecated Use the isLosslessNumber(value) function instead.
   *
   * Ordinary objects may also have an isLosslessNumber property, so this
   * field cannot reliably identify lossless numbers.
   */
  isLosslessNumber = true;
  get [losslessNumberMarker]() {
    return true;
  }
  constructor(value) {
    if (!utils_isNumber(value)) {
      throw new Error(`Invalid number (value: "${value}")`);
    }
    this.value = value;
  }

  /**
   * Get the value of the LosslessNumber as number or bigint.
   *
   * - a number is returned for safe numbers and decimal values that only lose some insignificant digits
   * - a bigint is returned for big integer numbers
   * - an Error is thrown for values that will overflow or underflow
   *
   * Note that you can implement your own strategy for conversion by just getting the value as string
   * via .toString(), and using util functions like isInteger, isSafeNumber, getUnsafeNumberReason,
   * and toSafeNumberOrThrow to convert it to a numeric value.
   */
  valueOf() {
    const unsafeReason = getUnsafeNumberReason(this.value);

    // safe or truncate_float
    if (unsafeReason === undefined || unsafeReason === UnsafeNumberReason.truncate_float) {
      return Number.parseFloat(this.value);
    }

    // truncate_integer
    if (utils_isInteger(this.value)) {
      return BigInt(this.value);
    }

    // overflow or underflow
    throw new Error(`Cannot safely convert to number: the value '${this.value}' would ${unsafeReason} and become ${Number.parseFloat(this.value)}`);
  }

  /**
   * Get the value of the LosslessNumber as string.
   */
  toString() {
    return this.value;
  }

  // Note: we do NOT implement a .toJSON() method, and you should not implement
  // or use that, it cannot safely turn the numeric value in the string into
  // stringified JSON since it has to be parsed into a number first.
}

/**
 * Test whether a value is a LosslessNumber
 */
function LosslessNumber_isLosslessNumber(value) {
  return value !== null && typeof value === 'object' && value[losslessNumberMarker] === true;
}

/**
 * Convert a number into a LosslessNumber if this is possible in a safe way
 * If the value has too many digits, or is NaN or Infinity, an error will be thrown
 */
function toLosslessNumber(value) {
  const maxDigits = 15;
  if (countSignificantDigits(String(value)) > maxDigits) {
    throw new Error(`Invalid number: contains more than 15 digits and is most likely truncated and unsafe by itself (value: ${value})`);
  }
  if (Number.isNaN(value)) {
    throw new Error('Invalid number: NaN');
  }
  if (!Number.isFinite(value)) {
    throw new Error(`Invalid number: ${value}`);
  }
  return new LosslessNumber(String(value));
}

/**
 * Compare two lossless numbers.
 * Returns 1 when a is larger than b, 0 when they are equal,
 * and -1 when a is smaller than b.
 */
function compareLosslessNumber(a, b) {
  return compareNumber(a.value, b.value);
}
//# sourceMappingURL=LosslessNumber.js.map
;// CONCATENATED MODULE: ./node_modules/lossless-json/lib/esm/numberParsers.js


function parseLosslessNumber(value) {
  return new LosslessNumber(value);
}
function parseNumberAndBigInt(value) {
  return isInteger(value) ? BigInt(value) : Number.parseFloat(value);
}
//# sourceMappingURL=numberParsers.js.map
;// CONCATENATED MODULE: ./node_modules/lossless-json/lib/esm/revive.js

/**
 * Revive a json object.
 * Applies the reviver function recursively on all values in the JSON object.
 * @param json   A JSON Object, Array, or value
 * @param reviver
 *              A reviver function invoked with arguments `key` and `value`,
 *              which must return a replacement value. The function context
 *              (`this`) is the Object or Array that contains the currently
 *              handled value.
 */
function revive(json, reviver) {
  return reviveValue({
    '': json
  }, '', json, reviver);
}

/**
 * Revive a value
 */
function reviveValue(context, key, value, reviver) {
  if (Array.isArray(value)) {
    return reviver.call(context, key, reviveArray(value, reviver));
  }
  if (value && typeof value === 'object' && !LosslessNumber_isLosslessNumber(value)) {
    // note the special case for LosslessNumber,
    // we don't want to iterate over the internals of a LosslessNumber
    return reviver.call(context, key, reviveObject(value, reviver));
  }
  return reviver.call(context, key, value);
}

/**
 * Revive the properties of an object
 */
function reviveObject(object, reviver) {
  for (const key of Object.keys(object)) {
    const value = reviveValue(object, key, object[key], reviver);
    if (value !== undefined) {
      object[key] = value;
    } else {
      delete object[key];
    }
  }
  return object;
}

/**
 * Revive the properties of an Array
 */
function reviveArray(array, reviver) {
  for (let i = 0; i < array.length; i++) {
    const value = reviveValue(array, String(i), array[i], reviver);
    if (value === undefined) {
      // Remove the own property entirely, like native JSON.parse does: the
      // position becomes a genuine hole (no own key, and `Object.keys` omits
      // it) while the length stays unchanged. Assigning `array[i] = undefined`
      // would leave an own property holding `undefined` instead.
      delete array[i];
    } else {
      // Assign right away rather than after the loop: the reviver observes the
      // holder through `this`, so later items must see the already revived
      // values (e.g. a preceding `null` replacement).
      array[i] = value;
    }
  }
  return array;
}
//# sourceMappingURL=revive.js.map
;// CONCATENATED MODULE: ./node_modules/lossless-json/lib/esm/parse.js


/**
 * The LosslessJSON.parse() method parses a string as JSON, optionally transforming
 * the value produced by parsing.
 *
 * The parser is based on the parser of Tan Li Hou shared in
 * https://lihautan.com/json-parser-with-javascript/
 *
 * @param text
 * The string to parse as JSON. See the JSON object for a description of JSON syntax.
 *
 * @param [reviver]
 * If a function, prescribes how the value originally produced by parsing is
 * transformed, before being returned.
 *
 * @param [options=ParseOptions | NumberParserArgument]
 * Pass a custom number parser. Input is a string, and the output can be unknown
 * numeric value: number, bigint, LosslessNumber, or a custom BigNumber library.
 *
 * @returns Returns the Object corresponding to the given JSON text.
 *
 * @throws Throws a SyntaxError exception if the string to parse is not valid JSON.
 */
function parse(text, reviver, options) {
  const optionsObj = typeof options === 'function' ? {
    parseNumber: options
  } : options;
  const parseNumber = optionsObj?.parseNumber ?? parseLosslessNumber;
  const onDuplicateKey = optionsObj?.onDuplicateKey ?? throwDuplicateKey;
  let i = 0;
  const value = parseValue();
  expectValue(value);
  expectEndOfInput();
  return reviver ? revive(value, reviver) : value;
  function parseObject() {
    if (text.charCodeAt(i) === codeOpeningBrace) {
      i++;
      skipWhitespace();
      const object = {};
      let initial = true;
      while (i < text.length && text.charCodeAt(i) !== codeClosingBrace) {
        if (!initial) {
          eatComma();
          skipWhitespace();
        } else {
          initial = false;
        }
        const start = i;
        const key = parseString();
        if (key === undefined) {
          throwObjectKeyExpected();
          return; // To make TS happy
        }
        skipWhitespace();
        eatColon();
        const value = parseValue();
        if (value === undefined) {
          throwObjectValueExpected();
          return; // To make TS happy
        }

        // handle duplicate keys
        // TODO: replace with hasOwn one day, when browser support is high enough
        if (Object.prototype.hasOwnProperty.call(object, key) && !isDeepEqual(value, object[key])) {
          // Note that we could also test `if(key in object) {...}`
          // or `if (object[key] !== 'undefined') {...}`, but that is slower.
          const returnedValue = onDuplicateKey({
            key,
            position: start + 1,
            oldValue: object[key],
            newValue: value
          });
          if (returnedValue !== undefined) {
            setObjectKey(object, key, returnedValue);
          }
        } else {
          setObjectKey(object, key, value);
        }
      }
      if (text.charCodeAt(i) !== codeClosingBrace) {
        throwObjectKeyOrEndExpected();
      }
      i++;
      return object;
    }
  }
  function parseArray() {
    if (text.charCodeAt(i) === codeOpeningBracket) {
      i++;
      skipWhitespace();
      const array = [];
      let initial = true;
      while (i < text.length && text.charCodeAt(i) !== codeClosingBracket) {
        if (!initial) {
          eatComma();
        } else {
          initial = false;
        }
        const value = parseValue();
        expectArrayItem(value);
        array.push(value);
      }
      if (text.charCodeAt(i) !== codeClosingBracket) {
        throwArrayItemOrEndExpected();
      }
      i++;
      return array;
    }
  }
  function parseValue() {
    skipWhitespace();
    const value = parseString() ?? parseNumeric() ?? parseObject() ?? parseArray() ?? parseKeyword('true', true) ?? parseKeyword('false', false) ?? parseKeyword('null', null);
    skipWhitespace();
    return value;
  }
  function parseKeyword(name, value) {
    if (text.slice(i, i + name.length) === name) {
      i += name.length;
      return value;
    }
  }
  function skipWhitespace() {
    while (isWhitespace(text.charCodeAt(i))) {
      i++;
    }
  }
  function parseString() {
    if (text.charCodeAt(i) === codeDoubleQuote) {
      i++;
      let result = '';
      while (i < text.length && text.charCodeAt(i) !== codeDoubleQuote) {
        if (text.charCodeAt(i) === codeBackslash) {
          const char = text[i + 1];
          const escapeChar = escapeCharacters[char];
          if (escapeChar !== undefined) {
            result += escapeChar;
            i++;
          } else if (char === 'u') {
            if (isHex(text.charCodeAt(i + 2)) && isHex(text.charCodeAt(i + 3)) && isHex(text.charCodeAt(i + 4)) && isHex(text.charCodeAt(i + 5))) {
              result += String.fromCharCode(Number.parseInt(text.slice(i + 2, i + 6), 16));
              i += 5;
            } else {
              throwInvalidUnicodeCharacter(i);
            }
          } else {
            throwInvalidEscapeCharacter(i);
          }
        } else {
          if (isValidStringCharacter(text.charCodeAt(i))) {
            result += text[i];
          } else {
            throwInvalidCharacter(text[i]);
          }
        }
        i++;
      }
      expectEndOfString();
      i++;
      return result;
    }
  }
  function parseNumeric() {
    const start = i;
    if (text.charCodeAt(i) === codeMinus) {
      i++;
      expectDigit(start);
    }
    if (text.charCodeAt(i) === codeZero) {
      i++;
    } else if (isNonZeroDigit(text.charCodeAt(i))) {
      i++;
      while (isDigit(text.charCodeAt(i))) {
        i++;
      }
    } else {
      // A JSON number must have an integer part, so a leading dot like '.5'
      // is not a number at all.
      return undefined;
    }
    if (text.charCodeAt(i) === codeDot) {
      i++;
      expectDigit(start);
      while (isDigit(text.charCodeAt(i))) {
        i++;
      }
    }
    if (text.charCodeAt(i) === codeLowercaseE || text.charCodeAt(i) === codeUppercaseE) {
      i++;
      if (text.charCodeAt(i) === codeMinus || text.charCodeAt(i) === codePlus) {
        i++;
      }
      expectDigit(start);
      while (isDigit(text.charCodeAt(i))) {
        i++;
      }
    }
    if (i > start) {
      return parseNumber(text.slice(start, i));
    }
  }
  function eatComma() {
    if (text.charCodeAt(i) !== codeComma) {
      throw new SyntaxError(`Comma ',' expected after value ${gotAt()}`);
    }
    i++;
  }
  function eatColon() {
    if (text.charCodeAt(i) !== codeColon) {
      throw new SyntaxError(`Colon ':' expected after property name ${gotAt()}`);
    }
    i++;
  }
  function expectValue(value) {
    if (value === undefined) {
      throw new SyntaxError(`JSON value expected ${gotAt()}`);
    }
  }
  function expectArrayItem(value) {
    if (value === undefined) {
      throw new SyntaxError(`Array item expected ${gotAt()}`);
    }
  }
  function expectEndOfInput() {
    if (i < text.length) {
      throw new SyntaxError(`Expected end of input ${gotAt()}`);
    }
  }
  function expectDigit(start) {
    if (!isDigit(text.charCodeAt(i))) {
      const numSoFar = text.slice(start, i);
      throw new SyntaxError(`Invalid number '${numSoFar}', expecting a digit ${gotAt()}`);
    }
  }
  function expectEndOfString() {
    if (text.charCodeAt(i) !== codeDoubleQuote) {
      throw new SyntaxError(`End of string '"' expected ${gotAt()}`);
    }
  }
  function throwObjectKeyExpected() {
    throw new SyntaxError(`Quoted object key expected ${gotAt()}`);
  }
  function throwDuplicateKey({
    key,
    position
  }) {
    throw new SyntaxError(`Duplicate key '${key}' encountered at position ${position}`);
  }
  function throwObjectKeyOrEndExpected() {
    throw new SyntaxError(`Quoted object key or end of object '}' expected ${gotAt()}`);
  }
  function throwArrayItemOrEndExpected() {
    throw new SyntaxError(`Array item or end of array ']' expected ${gotAt()}`);
  }
  function throwInvalidCharacter(char) {
    throw new SyntaxError(`Invalid character '${char}' ${pos()}`);
  }
  function throwInvalidEscapeCharacter(start) {
    const chars = text.slice(start, start + 2);
    throw new SyntaxError(`Invalid escape character '${chars}' ${pos()}`);
  }
  function throwObjectValueExpected() {
    throw new SyntaxError(`Object value expected after ':' ${pos()}`);
  }
  function throwInvalidUnicodeCharacter(start) {
    const chars = text.slice(start, start + 6);
    throw new SyntaxError(`Invalid unicode character '${chars}' ${pos()}`);
  }

  // zero based character position
  function pos() {
    return `at position ${i}`;
  }
  function got() {
    return i < text.length ? `but got '${text[i]}'` : 'but reached end of input';
  }
  function gotAt() {
    return `${got()} ${pos()}`;
  }
}
function setObjectKey(object, key, value) {
  if (key === '__proto__') {
    // Plain assignment would trigger the `__proto__` setter inherited from
    // Object.prototype, changing the object's prototype instead of storing the
    // key. Define an ordinary own property, like JSON.parse does.
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true
    });
  } else {
    object[key] = value;
  }
}
function isWhitespace(code) {
  return code === codeSpace || code === codeNewline || code === codeTab || code === codeReturn;
}
function isHex(code) {
  return code >= codeZero && code <= codeNine || code >= codeUppercaseA && code <= codeUppercaseF || code >= codeLowercaseA && code <= codeLowercaseF;
}
function isDigit(code) {
  return code >= codeZero && code <= codeNine;
}
function isNonZeroDigit(code) {
  return code >= codeOne && code <= codeNine;
}
function isValidStringCharacter(code) {
  return code >= 0x20 && code <= 0x10ffff;
}
function isDeepEqual(a, b) {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isDeepEqual(item, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.every(key => isDeepEqual(a[key], b[key]));
  }
  return false;
}
function isObject(value) {
  return typeof value === 'object' && value !== null;
}

// map with all escape characters
const escapeCharacters = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t'
  // note that \u is handled separately in parseString()
};
const codeBackslash = 0x5c; // "\"
const codeOpeningBrace = 0x7b; // "{"
const codeClosingBrace = 0x7d; // "}"
const codeOpeningBracket = 0x5b; // "["
const codeClosingBracket = 0x5d; // "]"
const codeSpace = 0x20; // " "
const codeNewline = 0xa; // "\n"
const codeTab = 0x9; // "\t"
const codeReturn = 0xd; // "\r"
const codeDoubleQuote = 0x0022; // "
const codePlus = 0x2b; // "+"
const codeMinus = 0x2d; // "-"
const codeZero = 0x30;
const codeOne = 0x31;
const codeNine = 0x39;
const codeComma = 0x2c; // ","
const codeDot = 0x2e; // "." (dot, period)
const codeColon = 0x3a; // ":"
const codeUppercaseA = 0x41; // "A"
const codeLowercaseA = 0x61; // "a"
const codeUppercaseE = 0x45; // "E"
const codeLowercaseE = 0x65; // "e"
const codeUppercaseF = 0x46; // "F"
const codeLowercaseF = 0x66; // "f"
//# sourceMappingURL=parse.js.map
;// CONCATENATED MODULE: ./node_modules/lossless-json/lib/esm/stringify.js



/**
 * The LosslessJSON.stringify() method converts a JavaScript value to a JSON string,
 * optionally replacing values if a replacer function is specified, or
 * optionally including only the specified properties if a replacer array is specified.
 *
 * @param value
 * The value to convert to a JSON string.
 *
 * @param [replacer]
 * A function that alters the behavior of the stringification process,
 * or an array of String and Number objects that serve as a whitelist for
 * selecting the properties of the value object to be included in the JSON string.
 * If this value is null or not provided, all properties of the object are
 * included in the resulting JSON string.
 *
 * @param [space]
 * A String or Number object that's used to insert white space into the output
 * JSON string for readability purposes. If this is a Number, it indicates the
 * number of space characters to use as white space; this number is capped at 10
 * if it's larger than that. Values less than 1 indicate that no space should be
 * used. If this is a String, the string (or the first 10 characters of the string,
 * if it's longer than that) is used as white space. If this parameter is not
 * provided (or is null), no white space is used.
 *
 * @param [numberStringifiers]
 * An optional list with additional number stringifiers, for example to serialize
 * a BigNumber. The output of the function must be valid stringified JSON.
 * When `undefined` is returned, the property will be deleted from the object.
 * The difference with using a `replacer` is that the output of a `replacer`
 * must be JSON and will be stringified afterwards, whereas the output of the
 * `numberStringifiers` is already stringified JSON.
 *
 * @returns Returns the string representation of the JSON object.
 */
function stringify(value, replacer, space, numberStringifiers) {
  const resolvedSpace = resolveSpace(space);
  const replacedValue = typeof replacer === 'function' ? replacer.call({
    '': value
  }, '', value) : value;
  return stringifyValue(replacedValue, '');

  /**
   * Stringify a value
   */
  function stringifyValue(value, indent) {
    if (Array.isArray(numberStringifiers)) {
      const stringifier = numberStringifiers.find(item => item.test(value));
      if (stringifier) {
        const str = stringifier.stringify(value);
        if (typeof str !== 'string' || !isNumber(str)) {
          throw new Error(`Invalid JSON number: output of a number stringifier must be a string containing a JSON number (output: ${str})`);
        }
        return str;
      }
    }

    // boolean, null, number, string, or date
    if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' || value === null || value instanceof Date || value instanceof Boolean || value instanceof Number || value instanceof String) {
      return JSON.stringify(value);
    }

    // lossless number, the secret ingredient :)
    if (isLosslessNumber(value)) {
      return value.toString();
    }

    // BigInt
    if (typeof value === 'bigint') {
      return value.toString();
    }

    // Array
    if (Array.isArray(value)) {
      return stringifyArray(value, indent);
    }

    // Object (test lastly!)
    if (value && typeof value === 'object') {
      return stringifyObject(value, indent);
    }
    return undefined;
  }

  /**
   * Stringify an array
   */
  function stringifyArray(array, indent) {
    if (array.length === 0) {
      return '[]';
    }
    const childIndent = resolvedSpace ? indent + resolvedSpace : undefined;
    let str = resolvedSpace ? '[\n' : '[';
    for (let i = 0; i < array.length; i++) {
      const item = typeof replacer === 'function' ? replacer.call(array, String(i), array[i]) : array[i];
      if (resolvedSpace) {
        str += childIndent;
      }
      if (typeof item !== 'undefined' && typeof item !== 'function') {
        const serialized = stringifyValue(item, childIndent);
        // Values without a JSON representation (a symbol, or an object whose
        // toJSON() returns undefined) become null inside an array.
        str += serialized === undefined ? 'null' : serialized;
      } else {
        str += 'null';
      }
      if (i < array.length - 1) {
        str += resolvedSpace ? ',\n' : ',';
      }
    }
    str += resolvedSpace ? `\n${indent}]` : ']';
    return str;
  }

  /**
   * Stringify an object
   */
  function stringifyObject(object, indent) {
    if (typeof object.toJSON === 'function') {
      return stringifyValue(object.toJSON(), indent);
    }

    // A replacer array is a property whitelist: duplicates must not produce
    // duplicate keys in the output.
    const keys = Array.isArray(replacer) ? [...new Set(replacer.map(String))] : Object.keys(object);
    if (keys.length === 0) {
      return '{}';
    }
    const childIndent = resolvedSpace ? indent + resolvedSpace : undefined;
    let first = true;
    let str = resolvedSpace ? '{\n' : '{';
    for (const key of keys) {
      const value = typeof replacer === 'function' ? replacer.call(object, key, object[key]) : object[key];
      if (includeProperty(key, value)) {
        const serialized = stringifyValue(value, childIndent);
        // Like JSON.stringify, omit properties that have no JSON
        // representation (e.g. an object whose toJSON() returns undefined).
        if (serialized === undefined) {
          continue;
        }
        if (first) {
          first = false;
        } else {
          str += resolvedSpace ? ',\n' : ',';
        }
        const keyStr = JSON.stringify(key);
        str += resolvedSpace ? `${childIndent + keyStr}: ` : `${keyStr}:`;
        str += serialized;
      }
    }
    str += resolvedSpace ? `\n${indent}}` : '}';
    return str;
  }

  /**
   * Test whether to include a property in a stringified object or not.
   */
  function includeProperty(_key, value) {
    return typeof value !== 'undefined' && typeof value !== 'function' && typeof value !== 'symbol';
  }
}

/**
 * The number of spaces or characters a space is capped to, like JSON.stringify does
 */
const MAX_SPACE_LENGTH = 10;

/**
 * Resolve a JSON stringify space:
 * replace a number with a string containing that number of spaces
 */
function resolveSpace(space) {
  if (typeof space === 'number') {
    // same rules as JSON.stringify: truncate towards zero, cap at 10,
    // and treat anything below 1 (including NaN and negatives) as no indent
    const count = Math.min(Math.trunc(space), MAX_SPACE_LENGTH);
    return count >= 1 ? ' '.repeat(count) : undefined;
  }
  if (typeof space === 'string' && space !== '') {
    return space.slice(0, MAX_SPACE_LENGTH);
  }
  return undefined;
}
//# sourceMappingURL=stringify.js.map
;// CONCATENATED MODULE: ./node_modules/lossless-json/lib/esm/index.js








//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./src/storage/json-value.ts
var json_value = __nccwpck_require__(803);
;// CONCATENATED MODULE: ./src/storage/limits.ts
/**
 * What a JSON value of a backup may be, so that what is written can be read back anywhere: writers and readers both take it
 * from here. What its files and paths may be is in archive-limits.ts.
 */

/** Levels of brackets that a JSON file of a backup may have: recursion must end somewhere. */
const MAX_FILE_DEPTH = 128;
/** Of one saved object. Up to five levels stand around it in the file that it is written to. */
const MAX_OBJECT_DEPTH = 120;
/** Of an answer of the API: an object that is too deep is named, while the others are read. */
const MAX_ANSWER_DEPTH = 1000;
/**
 * Of one saved object when it is written, indents included, escapes not: these make it six times as long at most, and a
 * text may be of half a gigabyte in JavaScript.
 */
const MAX_OBJECT_LENGTH = (/* unused pure expression or super */ null && (64 * 2 ** 20));
/** Walks over a value, and gives up as soon as it is over a limit. */
class Measure {
    #left = MAX_OBJECT_LENGTH;
    /** @returns why it is over a limit */
    find(value, depth) {
        this.#left -= 2 * depth + 8;
        if (typeof value === 'string')
            this.#left -= value.length;
        if (this.#left < 0)
            return `larger than ${MAX_OBJECT_LENGTH / 2 ** 20} MiB`;
        if (value === null || typeof value !== 'object' || value instanceof ExactNumber) {
            return undefined;
        }
        if (depth === MAX_OBJECT_DEPTH)
            return `nested deeper than ${MAX_OBJECT_DEPTH} levels`;
        for (const key of Object.keys(value)) {
            if (!Array.isArray(value))
                this.#left -= key.length;
            const reason = this.find(value[key], depth + 1);
            if (reason !== undefined)
                return reason;
        }
        return undefined;
    }
}
/** Why an object cannot be saved, as it could not be read back; undefined when it can. */
function objectLimitReason(value) {
    return new Measure().find(value, 0);
}

;// CONCATENATED MODULE: ./src/storage/json-scan.ts

/** Elements are cut into spans of about this size: long enough for JSON.parse to be fast, small in memory. */
const SPAN_BYTES = 64 * 1024;
/** Every number of up to this many digits, without an exponent, fits a JavaScript number. */
const SAFE_DIGITS = 15;
const code = (character) => character.charCodeAt(0);
const SPACE = code(' ');
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COLON = code(':');
const COMMA = code(',');
const OPEN_BRACE = code('{');
const CLOSE_BRACE = code('}');
const OPEN_BRACKET = code('[');
const CLOSE_BRACKET = code(']');
const DIGIT_0 = code('0');
const DIGIT_9 = code('9');
const DOT = code('.');
const LOWER_E = code('e');
const UPPER_E = code('E');
/** A key as it reads: `ten\u0061nts` is `tenants`. */
function unescaped(bytes) {
    const text = bytes.toString();
    if (!bytes.includes(BACKSLASH))
        return text;
    try {
        return JSON.parse(`"${text}"`);
    }
    catch {
        // No good JSON: whoever parses the span will say so.
        return text;
    }
}
/** Nesting that is too deep. */
class JsonDepthError extends Error {
    /** Byte offset of the bracket that is one too deep. */
    byteOffset;
    constructor(maxDepth, byteOffset) {
        super(`nested deeper than ${maxDepth} levels`);
        this.byteOffset = byteOffset;
    }
}
/**
 * Cuts JSON text into spans in one pass over its bytes: the entries of the named top-level collections in runs, and what
 * stands around them. The text may come in chunks, and no more of it is kept than the span that is being read. It is not
 * validated: JSON.parse does that for each span.
 */
class JsonScanner {
    #collections;
    #maxDepth;
    #onSpan;
    #state = {
        collection: undefined,
        isObject: false,
        members: 0,
        hasLongNumbers: false,
        depth: 0,
        digits: 0,
        isInString: false,
        isEscaped: false,
    };
    /** What earlier chunks hold of the span that is being read, and how long that is. */
    #parts = [];
    #partsLength = 0;
    /** The last string at depth 1, which is a key when a colon follows: what earlier chunks hold of it. */
    #key = Buffer.alloc(0);
    /** Bytes of earlier chunks. */
    #offset = 0;
    /** @param onSpan is called with each span as soon as it is whole */
    constructor(onSpan, { collections = new Set(), maxDepth = MAX_FILE_DEPTH } = {}) {
        this.#onSpan = onSpan;
        this.#collections = collections;
        this.#maxDepth = maxDepth;
    }
    /**
     * Reads the next chunk. Its memory may be used again afterwards.
     *
     * @throws JsonDepthError, and what `onSpan` throws
     */
    push(bytes) {
        this.#keep(bytes.subarray(this.#read(bytes)));
    }
    /** Reads the last chunk, and hands out the last span. @throws as {@link push} */
    end(bytes = Buffer.alloc(0)) {
        const start = this.#read(bytes);
        const { collection, isObject, members, hasLongNumbers } = this.#state;
        const whole = this.#take(bytes.subarray(start));
        this.#onSpan({ collection, isObject, bytes: whole, members, hasLongNumbers });
    }
    /** @returns where in the chunk the span begins that is not whole yet */
    #read(bytes) {
        const state = this.#state;
        const length = bytes.length;
        const hasCollections = this.#collections.size > 0;
        let { collection, isObject, members, hasLongNumbers, depth, digits } = state;
        let { isInString, isEscaped } = state;
        let start = 0;
        // Of the last string at depth 1; what began in an earlier chunk begins at 0 here.
        let keyStart = 0;
        let keyEnd = 0;
        let isKeyCarried = true;
        for (let at = 0; at < length; at++) {
            if (isInString) {
                if (isEscaped) {
                    isEscaped = false;
                    at++;
                }
                while (at < length && bytes[at] !== QUOTE)
                    at += bytes[at] === BACKSLASH ? 2 : 1;
                if (at >= length) {
                    isEscaped = at > length;
                    if (depth === 1)
                        keyEnd = length;
                    break;
                }
                isInString = false;
                if (depth === 1)
                    keyEnd = at;
                continue;
            }
            const byte = bytes[at];
            // White space, which is half of indented text. It ends no number: a comma or bracket follows that does.
            if (byte <= SPACE)
                continue;
            if (byte === QUOTE) {
                isInString = true;
                digits = 0;
                if (depth === 1) {
                    keyStart = at + 1;
                    keyEnd = length;
                    isKeyCarried = false;
                }
                continue;
            }
            if (byte >= DIGIT_0 && byte <= DIGIT_9) {
                if (++digits > SAFE_DIGITS)
                    hasLongNumbers = true;
                continue;
            }
            if (byte === DOT)
                continue;
            if (digits > 0 && (byte === LOWER_E || byte === UPPER_E))
                hasLongNumbers = true;
            digits = 0;
            if (byte === COLON) {
                members++;
                continue;
            }
            // Where the span ends, if it does, and what the next one is.
            let end;
            let next = at;
            let nextCollection = collection;
            let nextIsObject = isObject;
            if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
                if (++depth > this.#maxDepth)
                    throw new JsonDepthError(this.#maxDepth, this.#offset + at);
                if (depth === 2 && hasCollections) {
                    const here = bytes.subarray(keyStart, keyEnd);
                    const key = unescaped(isKeyCarried ? Buffer.concat([this.#key, here]) : here);
                    if (this.#collections.has(key)) {
                        end = next = at + 1;
                        nextCollection = key;
                        nextIsObject = byte === OPEN_BRACE;
                    }
                }
            }
            else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
                if (--depth === 1 && collection !== undefined) {
                    end = at;
                    nextCollection = undefined;
                }
            }
            else if (byte === COMMA &&
                depth === 2 &&
                collection !== undefined &&
                at - start + this.#partsLength > SPAN_BYTES) {
                end = at;
                next = at + 1;
            }
            if (end !== undefined) {
                const whole = this.#take(bytes.subarray(start, end));
                this.#onSpan({ collection, isObject, bytes: whole, members, hasLongNumbers });
                collection = nextCollection;
                isObject = nextIsObject;
                start = next;
                members = 0;
                hasLongNumbers = false;
            }
        }
        Object.assign(state, { collection, isObject, members, hasLongNumbers, depth, digits });
        Object.assign(state, { isInString, isEscaped });
        if (hasCollections) {
            const here = bytes.subarray(keyStart, keyEnd);
            this.#key = isKeyCarried ? Buffer.concat([this.#key, here]) : Buffer.from(here);
        }
        this.#offset += length;
        return start;
    }
    #keep(bytes) {
        this.#parts.push(Buffer.from(bytes));
        this.#partsLength += bytes.length;
    }
    #take(last) {
        if (this.#partsLength === 0) {
            this.#parts = [];
            return last;
        }
        const whole = Buffer.concat([...this.#parts, last]);
        this.#parts = [];
        this.#partsLength = 0;
        return whole;
    }
}

;// CONCATENATED MODULE: ./src/storage/json-parse.ts




/** Text that is not JSON. */
class JsonSyntaxError extends Error {
    /** Offset in UTF-16 code units from the start of the text, where it is known. */
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
/** An object with the same key twice: JSON.parse would keep the last and hide the first. */
class JsonDuplicateKeyError extends Error {
    constructor() {
        super('an object holds the same key twice');
    }
}
function countMembers(value) {
    if (value === null || typeof value !== 'object' || value instanceof json_value/* ExactNumber */.fh)
        return 0;
    let members = 0;
    if (Array.isArray(value)) {
        for (const item of value)
            members += countMembers(item);
        return members;
    }
    const object = value;
    for (const key in object)
        members += 1 + countMembers(object[key]);
    return members;
}
const parseNumber = (text) => isSafeNumber(text) ? Number(text) : new json_value/* ExactNumber */.fh(text);
/** The slower parser, which keeps every digit and whose errors say where, alike on every version of Node. */
function parseExactly(text) {
    return parse(text, undefined, {
        parseNumber,
        onDuplicateKey: ({ newValue }) => newValue,
    });
}
function syntaxError(text, error) {
    try {
        parseExactly(text);
    }
    catch (exact) {
        const message = exact.message;
        const place = / at position (\d+)$/.exec(message);
        return new JsonSyntaxError(place ? message.slice(0, place.index) : message, place ? Number(place[1]) : undefined);
    }
    return new JsonSyntaxError(error.message);
}
function parseText(text, members, hasLongNumbers) {
    let value;
    try {
        value = hasLongNumbers ? parseExactly(text) : JSON.parse(text);
    }
    catch (error) {
        throw syntaxError(text, error);
    }
    if (countMembers(value) !== members)
        throw new JsonDuplicateKeyError();
    return value;
}
/** Text in pieces, with what is known of all of them. */
class TextParts {
    #text = '';
    #members = 0;
    #hasLongNumbers = false;
    add({ bytes, members, hasLongNumbers }) {
        this.#text += decode(bytes);
        this.#members += members;
        this.#hasLongNumbers ||= hasLongNumbers;
    }
    parse() {
        return parseText(this.#text, this.#members, this.#hasLongNumbers);
    }
}
function decode(bytes) {
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        throw new JsonSyntaxError('not UTF-8 text');
    return bytes.toString();
}
/**
 * Parses JSON without loss: numbers that a JavaScript number cannot hold become {@link ExactNumber}, `__proto__`
 * is a key like any other.
 *
 * @throws JsonSyntaxError, JsonDuplicateKeyError, JsonDepthError
 */
function parseJson(bytes, options = {}) {
    const text = decode(bytes);
    const spans = [];
    const scanner = new JsonScanner((span) => spans.push(span), options);
    scanner.end(bytes);
    const [{ members, hasLongNumbers } = { members: 0, hasLongNumbers: false }] = spans;
    return parseText(text, members, hasLongNumbers);
}
/**
 * Parses JSON as {@link parseJson} does, from chunks of its text, and hands the entries of some top-level collections out
 * in runs instead of keeping them: a large text needs little memory.
 */
class JsonRunParser {
    #scanner;
    #rest = new TextParts();
    /**
     * @param collections top-level keys of arrays or objects
     * @param onRun is given a shorter array or object of the same kind
     */
    constructor(collections, onRun, { maxDepth } = {}) {
        const onSpan = (span) => {
            const { collection, isObject, bytes, members, hasLongNumbers } = span;
            if (collection === undefined) {
                this.#rest.add(span);
                return;
            }
            const text = decode(bytes);
            const run = isObject ? `{${text}}` : `[${text}]`;
            onRun(collection, parseText(run, members, hasLongNumbers));
        };
        this.#scanner = new JsonScanner(onSpan, {
            collections: new Set(collections),
            ...(maxDepth !== undefined && { maxDepth }),
        });
    }
    /**
     * Reads the next chunk, whose memory may be used again afterwards.
     *
     * @throws as parseJson, and what `onRun` throws; runs may have been handed out by then
     */
    push(bytes) {
        this.#scanner.push(bytes);
    }
    /**
     * @param bytes the last chunk
     * @returns the rest: the value with those collections empty
     * @throws as {@link push}
     */
    end(bytes) {
        this.#scanner.end(bytes);
        return this.#rest.parse();
    }
}
/** Parses a whole text with {@link JsonRunParser}. */
function parseJsonInRuns(bytes, collections, onRun) {
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        throw new JsonSyntaxError('not UTF-8 text');
    return new JsonRunParser(collections, onRun).end(bytes);
}


/***/ }),

/***/ 803:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ sortedKeys),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   P5: () => (/* binding */ setOwn),
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* unused harmony export sortKeys */
/**
 * A JSON number that a JavaScript number cannot hold exactly, kept as the text that was read:
 * an integer beyond 2^53, a fraction with too many digits, 1e400.
 */
class ExactNumber {
    text;
    /** @param text a number in JSON's own notation */
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
    /** JSON.stringify cannot write the digits as they are: failing is better than writing something else. */
    toJSON() {
        throw new TypeError('an ExactNumber is written by formatJson, not by JSON.stringify');
    }
}
function isJsonObject(value) {
    return (typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        !(value instanceof ExactNumber));
}
/** Whether nothing in a value is filled: null, `false`, 0, empty text, and lists and objects of such alone. */
function isBlank(value) {
    if (value === null || typeof value !== 'object')
        return !value;
    if (value instanceof ExactNumber)
        return false;
    return Object.values(value).every(isBlank);
}
/** Sets an own property whatever its name: plain assignment of `__proto__` would change the prototype. */
function setOwn(target, key, value) {
    if (key === '__proto__') {
        Object.defineProperty(target, key, {
            value,
            enumerable: true,
            configurable: true,
            writable: true,
        });
    }
    else {
        target[key] = value;
    }
}
/** An object's keys in the order of UTF-16 code units. */
function sortedKeys(object) {
    const keys = Object.keys(object);
    for (let index = 1; index < keys.length; index++) {
        if (keys[index] < keys[index - 1])
            return keys.sort();
    }
    return keys;
}
/** A copy whose keys are sorted at every depth, but for keys like `10`, which JavaScript always puts first. */
function sortKeys(value) {
    if (value === null || typeof value !== 'object' || value instanceof ExactNumber)
        return value;
    if (Array.isArray(value))
        return value.map(sortKeys);
    const object = value;
    const sorted = {};
    for (const key of sortedKeys(object))
        setOwn(sorted, key, sortKeys(object[key]));
    return sorted;
}


/***/ }),

/***/ 813:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ escapeAsGo),
/* harmony export */   IB: () => (/* binding */ formatJson),
/* harmony export */   dj: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(803);

/** What JSON.stringify would escape: quotes, backslashes, control characters and lone surrogates. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const MAY_NEED_ESCAPES = /["\\\u0000-\u001f\ud800-\udfff]/;
function quote(text) {
    return MAY_NEED_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`;
}
/**
 * Writes a value as JSON with object keys sorted by UTF-16 code units.
 *
 * @param lineBreak what stands before each member: `''` for compact text, else a newline and the indent of
 * the value itself; every level adds two spaces
 */
function write(value, lineBreak) {
    if (typeof value === 'string')
        return quote(value);
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number')
        return JSON.stringify(value);
    if (value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return value.text;
    const inner = lineBreak === '' ? '' : `${lineBreak}  `;
    let text = '';
    if (Array.isArray(value)) {
        for (const item of value) {
            text += `${text === '' ? '' : ','}${inner}${write(item, inner)}`;
        }
        return text === '' ? '[]' : `[${text}${lineBreak}]`;
    }
    const object = value;
    const colon = lineBreak === '' ? ':' : ': ';
    for (const key of (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedKeys */ .Mf)(object)) {
        text += `${text === '' ? '' : ','}${inner}${quote(key)}${colon}${write(object[key], inner)}`;
    }
    return text === '' ? '{}' : `{${text}${lineBreak}}`;
}
/** Whether JSON.stringify would write this value just as `write(value, '')` does. */
function isCanonicalAlready(value) {
    if (value === null || typeof value !== 'object')
        return true;
    if (value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return false;
    if (Array.isArray(value))
        return value.every(isCanonicalAlready);
    const object = value;
    let previous = '';
    for (const key in object) {
        if (key < previous || !isCanonicalAlready(object[key]))
            return false;
        previous = key;
    }
    return true;
}
/**
 * The one compact text of a value: no white space, object keys sorted by UTF-16 code units, strings escaped as
 * JSON.stringify does, numbers as ECMAScript writes them (RFC 8785), and exact numbers digit by digit.
 */
function canonicalJson(value) {
    return isCanonicalAlready(value) ? JSON.stringify(value) : write(value, '');
}
/** What Go's encoding/json escapes beside the rest, in strings and keys alike: outside of these the signs cannot stand. */
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;
/**
 * JSON text as Go's json.MarshalIndent writes it, from the same text without its extra escapes.
 * Source: https://pkg.go.dev/encoding/json#Marshal
 */
function escapeAsGo(json) {
    return json.replace(ESCAPED_BY_GO, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/**
 * Two-space indented JSON with sorted keys.
 *
 * @param indent how many spaces the line on which the value begins is indented by
 */
function formatJson(value, indent = 0) {
    return write(value, `\n${' '.repeat(indent)}`);
}


/***/ }),

/***/ 183:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** Lists a folder without following a link. */
async function listFiles(root) {
    const files = [];
    const others = [];
    const visit = async (relative) => {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, relative), { withFileTypes: true })) {
            const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(relative, entry.name);
            if (entry.isDirectory())
                await visit(path);
            else
                (entry.isFile() ? files : others).push(path);
        }
    };
    await visit('');
    return { files: files.sort(), others: others.sort() };
}


/***/ }),

/***/ 369:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ unsafeNameReason),
/* harmony export */   m: () => (/* binding */ unsafePathReason)
/* harmony export */ });
/* harmony import */ var _archive_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(120);

/** Names that Windows reserves for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f<>:"/\\|?*]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/**
 * Why a name cannot be a file or folder name on every system that a backup may be moved to, or undefined when it
 * can. The rules are those of Windows, which are the strictest.
 * Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
function unsafeNameReason(name) {
    if (name === '')
        return 'it is empty';
    if (name === '.' || name === '..')
        return 'it names a folder by its place';
    if (FORBIDDEN.test(name))
        return 'it holds a character that file names must not have';
    if (DEVICE.test(name))
        return 'Windows reserves it for a device';
    if (/[. ]$/.test(name))
        return 'it ends in a dot or a space';
    if (LONE_SURROGATE.test(name))
        return 'it holds half of a surrogate pair, which UTF-8 has no bytes for';
    if (Buffer.byteLength(name) > _archive_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg)
        return `it is longer than ${_archive_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg} bytes`;
    return undefined;
}
/**
 * Why a relative path with forward slashes cannot be that of a file of a backup on every system, or undefined when it can.
 *
 * @param path from the backup's folder on
 */
function unsafePathReason(path) {
    // The length comes first: the other questions take time with it.
    return (0,_archive_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .pathSizeProblem */ .Qq)(path) ?? path.split('/').map(unsafeNameReason).find(Boolean);
}


/***/ }),

/***/ 159:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ UnsafeArchiveError),
  $: () => (/* binding */ unzip)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __nccwpck_require__(663);
// EXTERNAL MODULE: ./src/storage/archive-limits.ts
var archive_limits = __nccwpck_require__(120);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __nccwpck_require__(305);
;// CONCATENATED MODULE: ./src/storage/case-probe.ts



/** Pairs of names that differ only in case, or in how an accent is composed. */
const PAIRS = [
    ['probe', 'PROBE'],
    ['caf\u00e9', 'cafe\u0301'],
];
async function nearestFolder(path) {
    try {
        await (0,promises_.readdir)(path);
        return path;
    }
    catch (error) {
        const parent = (0,external_node_path_.dirname)(path);
        if ((0,io_errors/* errorCode */.CA)(error) !== 'ENOENT' || parent === path)
            throw error;
        return nearestFolder(parent);
    }
}
/**
 * Whether the disk on which a folder is, or will be, has a place for each of two names that differ only in case or Unicode
 * form. It is tried out: systems do not tell, and one folder may differ from the next.
 *
 * @returns false when it cannot be tried
 */
async function tellsCaseApart(folder) {
    let probe;
    try {
        probe = await (0,promises_.mkdtemp)((0,external_node_path_.join)(await nearestFolder(folder), '.descope-backup-probe-'));
        for (const name of PAIRS.flat())
            await (0,promises_.writeFile)((0,external_node_path_.join)(probe, name), name);
        return (await (0,promises_.readdir)(probe)).length === PAIRS.flat().length;
    }
    catch {
        return false;
    }
    finally {
        if (probe !== undefined)
            await (0,promises_.rm)(probe, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./src/storage/path-names.ts
/** Paths of files with forward slashes, and the folders above them, of which no two should be one place. */
class PathNames {
    /** By the form that look-alikes share: each path, and whether it is a file. */
    #names = new Map();
    /** Adds a file. @returns what it clashes with, itself or a folder above it: each pair once */
    addFile(path) {
        const clashes = [];
        for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
            clashes.push(...this.#add(path.slice(0, end), false));
        }
        return [...clashes, ...this.#add(path, true)];
    }
    #add(path, isFile) {
        const form = formOf(path);
        const alike = this.#names.get(form) ?? new Map();
        this.#names.set(form, alike);
        const known = alike.get(path);
        if (known === undefined) {
            const [other] = alike.keys();
            alike.set(path, isFile);
            return other === undefined ? [] : [{ kind: 'look-alike', path, other }];
        }
        if (known !== isFile)
            return [{ kind: 'file-and-folder', path, other: path }];
        return isFile ? [{ kind: 'same', path, other: path }] : [];
    }
}
/** The form that paths share which are one place on a disk that tells neither case nor Unicode forms apart. */
function formOf(path) {
    return path.normalize('NFC').toLowerCase();
}
/**
 * Paths of files that have no place of their own on a disk which does not tell case or Unicode forms apart: they, or a
 * folder above them, are spelt otherwise than one that stands before them.
 *
 * @param paths in the order in which they take their places
 * @returns each such path with the one that has its place
 */
function pathsWithoutPlace(paths) {
    const spelt = new Map();
    const without = new Map();
    for (const path of paths) {
        const parts = path.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
        const taken = parts.find((part) => (spelt.get(formOf(part)) ?? part) !== part);
        if (taken !== undefined)
            without.set(path, spelt.get(formOf(taken)));
        else
            for (const part of parts)
                spelt.set(formOf(part), part);
    }
    return without;
}

// EXTERNAL MODULE: ./src/storage/safe-names.ts
var safe_names = __nccwpck_require__(369);
;// CONCATENATED MODULE: ./src/storage/unzip.ts











/** An archive that must not be unpacked, or cannot be; the message says why. */
class UnsafeArchiveError extends Error {
}
/** Characters of a text of the archive that a message repeats. */
const MAX_QUOTED = 200;
/** A text of the archive as a message repeats it. */
function quote(text) {
    return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text);
}
/** In the upper half of the external attributes, where the archive was made on Unix. */
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
function isSpecial({ externalFileAttributes }) {
    const type = (externalFileAttributes >>> 16) & FILE_TYPE;
    return type !== 0 && type !== REGULAR && type !== DIRECTORY;
}
/** @throws UnsafeArchiveError for a name that could leave the folder or is too long, and for what is no regular file */
function checkEntry(entry, path, limits) {
    // The length comes first: the other questions take time with it.
    const reason = (0,archive_limits/* pathSizeProblem */.Qq)(path, limits) ?? path.split('/').map(safe_names/* unsafeNameReason */.G).find(Boolean);
    if (reason !== undefined) {
        throw new UnsafeArchiveError(`${quote(entry.fileName)} is not a safe path: ${reason}`);
    }
    if (isSpecial(entry)) {
        throw new UnsafeArchiveError(`${quote(path)} is a link or another special file`);
    }
    if (!entry.canDecodeFileData()) {
        throw new UnsafeArchiveError(`${quote(path)} is encrypted or packed in an odd way`);
    }
}
/** Sees what comes out, whatever the archive said before. */
function watched(see) {
    return new external_node_stream_namespaceObject.Transform({
        transform(chunk, _encoding, done) {
            try {
                see(chunk);
                done(null, chunk);
            }
            catch (error) {
                done(error);
            }
        },
    });
}
/** Unpacks the entries of one archive, and keeps count of them. */
class Extraction {
    #folder;
    #limits;
    #names = new PathNames();
    #folders = new Set();
    #entries = 0;
    #bytes = 0;
    #tellsCaseApart;
    constructor(folder, limits) {
        this.#folder = folder;
        this.#limits = limits;
    }
    async extract(zip, entry) {
        if (++this.#entries > this.#limits.entries) {
            throw new UnsafeArchiveError(`it has more than ${this.#limits.entries} entries`);
        }
        const isFolder = entry.fileName.endsWith('/');
        const path = isFolder ? entry.fileName.slice(0, -1) : entry.fileName;
        checkEntry(entry, path, this.#limits);
        if (isFolder)
            return;
        for (const clash of this.#names.addFile(path))
            await this.#refuseClash(clash);
        const target = (0,external_node_path_.join)(this.#folder, path);
        await this.#makeFolder((0,external_node_path_.dirname)(path));
        await this.#write(zip, entry, path, target);
    }
    /** Look-alikes are two files where the disk tells them apart, as on the one where they were saved. */
    async #refuseClash({ kind, path, other }) {
        if (kind === 'look-alike') {
            this.#tellsCaseApart ??= tellsCaseApart(this.#folder);
            if (await this.#tellsCaseApart)
                return;
        }
        const where = kind === 'look-alike' ? ' on this disk' : '';
        throw new UnsafeArchiveError(`${quote(path)} and ${quote(other)} are one place${where}`);
    }
    async #makeFolder(path) {
        for (let above = path; above !== '.' && !this.#folders.has(above); above = (0,external_node_path_.dirname)(above)) {
            this.#folders.add(above);
        }
        if (this.#folders.size > this.#limits.folders) {
            throw new UnsafeArchiveError(`it has more than ${this.#limits.folders} folders`);
        }
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.#folder, path), { recursive: true });
    }
    async #write(zip, entry, path, target) {
        const limit = this.#limits.fileBytes(path);
        let length = 0;
        let sum = 0;
        const see = (chunk) => {
            length += chunk.length;
            this.#bytes += chunk.length;
            this.#checkSize(path, length, limit);
            sum = (0,external_node_zlib_namespaceObject.crc32)(chunk, sum);
        };
        // What it says of itself already: then nothing of it need be unpacked.
        this.#checkSize(path, entry.uncompressedSize, limit);
        const content = await zip.openReadStreamPromise(entry);
        await (0,external_node_stream_promises_namespaceObject.pipeline)(content, watched(see), (0,external_node_fs_.createWriteStream)(target, { flags: 'wx' }));
        // yauzl leaves this to its callers.
        if (sum !== entry.crc32) {
            throw new UnsafeArchiveError(`${quote(path)} was damaged: its CRC-32 is another one`);
        }
    }
    #checkSize(path, length, limit) {
        const { bytes } = this.#limits;
        if (length > limit) {
            throw new UnsafeArchiveError(`${quote(path)} is larger than ${(0,archive_limits/* sizeInWords */._u)(limit)}`);
        }
        if (this.#bytes > bytes || length > bytes) {
            throw new UnsafeArchiveError(`it is larger than ${(0,archive_limits/* sizeInWords */._u)(bytes)} when it is unpacked`);
        }
    }
}
/**
 * Unpacks a zip that may come from a stranger: regular files alone, with safe names and of limited number and size.
 *
 * @param folder is made; nothing of it is left when this fails
 * @throws UnsafeArchiveError for everything that is wrong with the archive; errors of the disk as they are
 */
async function unzip(path, folder, limits) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    let zip;
    try {
        zip = await (0,yauzl/* openPromise */.sO)(path, { autoClose: false, strictFileNames: true });
        const extraction = new Extraction(folder, limits);
        for await (const entry of zip.eachEntry())
            await extraction.extract(zip, entry);
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        const { syscall, code } = error;
        // A name that this disk does not take is the archive's fault.
        const isOfDisk = syscall !== undefined && code !== 'ENAMETOOLONG';
        if (error instanceof UnsafeArchiveError || isOfDisk)
            throw error;
        const message = error.message.slice(0, MAX_QUOTED);
        throw new UnsafeArchiveError(`it is no good zip file: ${message}`);
    }
    finally {
        zip?.close();
    }
}


/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 23:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ }),

/***/ 857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  You: () => (/* binding */ ZodISODateTime),
  YOg: () => (/* binding */ array),
  zMY: () => (/* binding */ schemas_boolean),
  IeY: () => (/* binding */ custom),
  gMt: () => (/* binding */ discriminatedUnion),
  k5n: () => (/* binding */ _enum),
  Whr: () => (/* binding */ schemas_int),
  euz: () => (/* binding */ literal),
  _H3: () => (/* binding */ looseObject),
  aig: () => (/* binding */ number),
  Ikc: () => (/* binding */ object),
  YjP: () => (/* binding */ string),
  PVZ: () => (/* binding */ tuple),
  KCZ: () => (/* binding */ union),
  L5J: () => (/* binding */ unknown)
});

// UNUSED EXPORTS: ZodAny, ZodArray, ZodBase64, ZodBase64URL, ZodBigInt, ZodBigIntFormat, ZodBoolean, ZodCIDRv4, ZodCIDRv6, ZodCUID, ZodCUID2, ZodCatch, ZodCodec, ZodCreditCard, ZodCustom, ZodCustomStringFormat, ZodDate, ZodDefault, ZodDiscriminatedUnion, ZodE164, ZodEmail, ZodEmoji, ZodEnum, ZodExactOptional, ZodFile, ZodFunction, ZodGUID, ZodIBAN, ZodIPv4, ZodIPv6, ZodISODate, ZodISODuration, ZodISOTime, ZodInstanceOf, ZodIntersection, ZodJWT, ZodKSUID, ZodLazy, ZodLiteral, ZodMAC, ZodMap, ZodNaN, ZodNanoID, ZodNever, ZodNonOptional, ZodNull, ZodNullable, ZodNumber, ZodNumberFormat, ZodObject, ZodOptional, ZodPipe, ZodPrefault, ZodPreprocess, ZodPromise, ZodReadonly, ZodRecord, ZodSet, ZodString, ZodStringFormat, ZodSuccess, ZodSymbol, ZodTemplateLiteral, ZodTransform, ZodTuple, ZodType, ZodULID, ZodURL, ZodUUID, ZodUndefined, ZodUnion, ZodUnknown, ZodVoid, ZodXID, ZodXor, _ZodString, _default, _function, any, base64, base64url, bigint, catch, check, cidrv4, cidrv6, codec, creditCard, cuid, cuid2, currencyCode, date, describe, e164, email, emoji, exactOptional, file, float32, float64, function, guid, hash, hex, hostname, httpUrl, iban, instanceof, int32, int64, intersection, invertCodec, ipv4, ipv6, json, jwt, keyof, ksuid, lazy, looseRecord, mac, map, meta, nan, nanoid, nativeEnum, never, nonoptional, null, nullable, nullish, optional, partialRecord, pipe, prefault, preprocess, promise, readonly, record, refine, set, strictObject, stringFormat, stringbool, success, superRefine, symbol, templateLiteral, transform, uint32, uint64, ulid, undefined, url, uuid, uuidv4, uuidv6, uuidv7, void, xid, xor

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/memoizer.js

class $ZodCyclicError extends Error {
    constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
    }
}
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
// a value a cycle can close through
function isRef(value) {
    return value !== null && typeof value === "object";
}
// Receivers prefix paths in place, so the cache and every hand-out need their own copies.
function cloneIssues(issues) {
    return issues.map((iss) => (iss.path ? { ...iss, path: iss.path.slice() } : { ...iss }));
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
    const cached = recursive.get(inst);
    if (cached !== undefined)
        return cached ? PROVEN : NONE;
    // Relative to the walk in progress, so not cached.
    if (stack.has(inst))
        return PROVEN;
    stack.add(inst);
    let result = NONE;
    const check = (child) => {
        if (result !== PROVEN && child?._zod) {
            const answer = isRecursive(child, stack, resolve);
            if (answer > result)
                result = answer;
        }
    };
    // `Reflect.ownKeys` rather than `Object.keys`, so a cycle through a declared symbol key is still seen
    const shape = (sh, spread) => {
        let answer = NONE;
        for (const key of Reflect.ownKeys(sh)) {
            const desc = Object.getOwnPropertyDescriptor(sh, key);
            // an object resolves its shape by spread, so a key it does not enumerate is never parsed; `z.properties` reads every own key and so keeps them all
            if (spread && !desc.enumerable)
                continue;
            // resolving runs user code, and a factory mints a fresh subtree per read, so an edge the walk can't follow counts as a cycle
            const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
            if (child > answer)
                answer = child;
        }
        return answer;
    };
    const merge = (answer) => {
        if (answer > result)
            result = answer;
    };
    const def = inst._zod.def;
    const kind = def.type;
    switch (kind) {
        case "object": {
            const raw = core_util/* rawShape */.MO(def);
            // a def with no raw shape answers `shape` from an accessor of its own, and running that can mint a whole fresh subtree
            merge(raw ? shape(raw, true) : ASSUMED);
            check(def.catchall);
            break;
        }
        case "array":
            check(def.element);
            break;
        case "tuple":
            for (const el of def.items)
                check(el);
            check(def.rest);
            break;
        case "record":
        case "map":
            check(def.keyType);
            check(def.valueType);
            break;
        case "set":
            check(def.valueType);
            break;
        case "union":
            for (const el of def.options)
                check(el);
            break;
        case "intersection":
            check(def.left);
            check(def.right);
            break;
        case "optional":
        case "nullable":
        case "default":
        case "prefault":
        case "catch":
        case "readonly":
        case "nonoptional":
        case "promise":
        case "success":
            check(def.innerType);
            break;
        case "pipe":
            check(def.in);
            check(def.out);
            break;
        case "function":
            check(def.input);
            check(def.output);
            break;
        // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
        case "lazy": {
            const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : undefined);
            // walked with resolution off: one hop sees past the deferral, and a lazy that yields only another unresolved lazy is generative, so it stops there
            merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
            break;
        }
        // a leaf by choice: `parts` are regex fragments, not data positions
        case "template_literal":
        // leaves
        case "string":
        case "number":
        case "int":
        case "boolean":
        case "bigint":
        case "symbol":
        case "undefined":
        case "null":
        case "void":
        case "never":
        case "any":
        case "unknown":
        case "date":
        case "nan":
        case "enum":
        case "literal":
        case "file":
        case "transform":
        case "custom":
            break;
        default: {
            // a new built-in kind becomes a compile error here
            kind;
            // a user-defined kind can still hold children, and only its author knows where, so fall back to scanning the def — skipping accessors, since reading one can run user code
            for (const key in def) {
                const desc = Object.getOwnPropertyDescriptor(def, key);
                if (!desc || desc.get)
                    continue;
                const value = desc.value;
                if (!value || typeof value !== "object")
                    continue;
                if (value._zod)
                    check(value);
                else if (Array.isArray(value))
                    for (const el of value)
                        check(el);
            }
        }
    }
    stack.delete(inst);
    return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
    if (answer !== ASSUMED)
        recursive.set(inst, answer === PROVEN);
    return answer;
}
/**
 * Whether one parse can re-enter this schema, i.e. its subtree contains a cycle.
 * Exported for `z.compile`, which refuses to compile such a schema: cycle
 * breaking is driven from here off state keyed on the parse context, and a
 * generated fast path has no context to key on.
 */
function isRecursiveSchema(inst) {
    // z.compile never parses, so nothing would ever resolve a lazy for it; it runs once and already treats a throw here as recursive
    return isRecursive(inst, new Set(), true) !== NONE;
}
function bucketFor(state, inst) {
    let bucket = state.buckets.get(inst);
    if (!bucket) {
        bucket = new WeakMap();
        state.buckets.set(inst, bucket);
    }
    return bucket;
}
// Set immediately before delegating to core and cleared immediately after, so `alloc` registers only for a visit this module is driving.
let handoff;
// Allocated but unfinished entries. `alloc` and the matching pop both happen in the synchronous part of a parse, so they nest even when children are async, and one stack serves every schema.
const memoizer_open = [];
const memo = {
    alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
            return empty;
        handoff = undefined;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        memoizer_open.push(entry);
        return empty;
    },
    guard(inst) {
        var _a;
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                // The value is a placeholder a back-edge is still waiting on, so the cycle closes through this transform. Its output can't exist in time to bind.
                if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
                    throw new $ZodCyclicError();
                return base(payload, ctx);
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
    attach(inst) {
        var _a;
        let isRecursiveInst;
        let rechecked = false;
        // a recursive schema is re-entered many times per parse and its bucket never changes
        let lastCtx;
        let lastBucket;
        // Wraps `parse` in a deferred so it sees the container's final parse. Core's own deferred copies `parse` into `run` when there are no checks, and it ran first, so `run` is patched to match; with checks, `run` reads `parse` dynamically.
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                if (isRecursiveInst === undefined) {
                    const walked = isRecursive(inst, new Set(), false);
                    if (walked === NONE) {
                        // Nothing here can ever fire, so take it back out.
                        inst._zod.parse = base;
                        if (inst._zod.run === wrapped)
                            inst._zod.run = base;
                        return base(payload, ctx);
                    }
                    // this parse resolves the deferred edges on its own path, so ask once more before latching
                    if (walked === PROVEN || rechecked)
                        isRecursiveInst = true;
                    else
                        rechecked = true;
                }
                const input = payload.value;
                if (!isRef(input))
                    return base(payload, ctx);
                let state = ctx[STATE];
                if (!state) {
                    state = { buckets: new WeakMap(), backEdges: undefined };
                    ctx[STATE] = state;
                }
                let bucket;
                if (lastCtx === ctx) {
                    bucket = lastBucket;
                }
                else {
                    bucket = bucketFor(state, inst);
                    lastCtx = ctx;
                    lastBucket = bucket;
                }
                const hit = bucket.get(input);
                if (hit) {
                    payload.value = hit.value;
                    if (hit.issues) {
                        if (hit.issues.length)
                            payload.issues.push(...cloneIssues(hit.issues));
                    }
                    else {
                        // Still being parsed: its own checks cover it, so skip them here.
                        payload.memo = true;
                        state.backEdges ?? (state.backEdges = new WeakSet());
                        state.backEdges.add(hit.value);
                    }
                    return payload;
                }
                handoff = bucket;
                const depth = memoizer_open.length;
                const result = base(payload, ctx);
                handoff = undefined;
                // A container that rejected its input outright allocated nothing.
                const entry = memoizer_open.length > depth ? memoizer_open.pop() : undefined;
                // Both paths written out so the sync one allocates no closure. It runs once per node, and capturing here cost more than everything else combined.
                if (result instanceof Promise) {
                    return result.then((r) => {
                        if (entry)
                            entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                        return r;
                    });
                }
                if (entry)
                    entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
                return result;
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
    return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
    const backEdges = ctx[STATE]?.backEdges;
    return backEdges !== undefined && isRef(value) && backEdges.has(value);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(890);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/doc.js
class Doc {
    constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
    }
    // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
    indented(fn) {
        this.indent += 1;
        try {
            fn(this);
        }
        finally {
            this.indent -= 1;
        }
    }
    write(arg) {
        if (typeof arg === "function") {
            arg(this, { execution: "sync" });
            arg(this, { execution: "async" });
            return;
        }
        const content = arg;
        const lines = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
        const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
            this.content.push(line);
        }
    }
    compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`);
        return factory(...Object.values(this.closed));
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/regexes.js
var core_regexes = __nccwpck_require__(908);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = core_util/* aborted */.QH(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (core_util/* explicitlyAborted */.rL(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new core_core/* $ZodAsyncError */.GT();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = core_util/* aborted */.QH(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = core_util/* aborted */.QH(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (core_util/* aborted */.QH(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? core_regexes/* anyString */.gp;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    core_checks/* $ZodCheckStringFormat */.ql.init(inst, def);
    $ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* guid */.Os);
    $ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR(v));
    }
    else
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR());
    $ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* email */.Rp);
    $ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === core_regexes/* httpProtocol */.F.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* emoji */.Zg());
    $ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? core_regexes/* nanoid */.Ak : core_regexes/* nanoidOfLength */.D2(def.length));
    $ZodStringFormat.init(inst, def);
});
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid */.gF);
    $ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid2 */.Gl);
    $ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ulid */.Z0);
    $ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* xid */.kM);
    $ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ksuid */.fO);
    $ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* datetime */.w$(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* date */.p6);
    $ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* time */.kB(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* duration */.p0);
    $ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv4 */.uX);
    $ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv6 */.ug);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv4 */.zr);
    $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv6 */.l7); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* e164 */.hQ);
    $ZodStringFormat.init(inst, def);
});
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only — the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only — checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* number */.ai;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumberFormat", (inst, def) => {
    core_checks/* $ZodCheckNumberFormat */.KH.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* boolean */.zM;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* bigint */.o;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.null;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
});
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = core_util/* sizeCaps */.hi(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of core_util/* sizeCaps */.hi(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    core_util/* attachSchema */.d3(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && core_util/* aborted */.QH(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing — whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = core_util/* optionalKeys */.NM(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (core_util/* aborted */.QH(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    core_util/* assignProp */.Vy(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = core_util/* isObject */.Gv;
    const catchall = def.catchall;
    let value;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (core_util/* aborted */.QH(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    const memo = core_core/* globalConfig */.cr.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : core_util/* esc */.UQ(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys — and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = core_util/* isObject */.Gv;
    const jit = !core_core/* globalConfig */.cr.jitless;
    const allowsEval = core_util/* allowsEval */.hI;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
});
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !core_util/* aborted */.QH(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => core_util/* cleanRegex */.p6(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
core_core/* $constructor */.xI("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    core_util/* assignProp */.Vy(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it — pipes and lazies — are left to the map.
    def.options.forEach((option, i) => {
        const propShape = core_util/* rawShape */.MO(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = core_util/* cached */.PO(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isObject */.Gv(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
});
const $ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
});
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (core_util/* isPlainObject */.Qd(a) && core_util/* isPlainObject */.Qd(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (core_util/* aborted */.QH(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = core_util/* aborted */.QH(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (core_util/* aborted */.QH(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
});
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...core_util/* prefixIssues */.lQ(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util.isPlainObject(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...util.prefixIssues(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...util.prefixIssues(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && regexes.number.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...util.prefixIssues(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...util.prefixIssues(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
})));
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = core_util/* getEnumValues */.w5(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const patternValues = core_util/* getEnumValues */.w5(zod.def.entries).filter((k) => core_util/* propertyKeyTypes */.qQ.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util/* escapeRegex */.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? core_util/* escapeRegex */.sD(o) : o ? core_util/* escapeRegex */.sD(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    core_core/* globalConfig */.cr.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        payload.value = _out;
        return payload;
    };
});
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)}|null)$`) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
});
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
});
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
});
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.in._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
});
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
})));
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
})));
const $ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
});
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    util.defineLazy(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    util.defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    util.defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    util.defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
})));
const $ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCustom", (inst, def) => {
    core_checks/* $ZodCheck */.QP.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
});
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(core_util/* issue */.sn(_iss));
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __nccwpck_require__(396);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __nccwpck_require__(759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/to-json-schema.js


function assignProps(target, ...sources) {
    for (const source of sources) {
        for (const key of Reflect.ownKeys(source)) {
            if (Object.prototype.propertyIsEnumerable.call(source, key)) {
                (0,core_util/* assignProp */.Vy)(target, key, source[key]);
            }
        }
    }
    return target;
}
// function initializeContext<T extends schemas.$ZodType>(inputs: JSONSchemaGeneratorParams<T>): ToJSONSchemaContext<T> {
//   return {
//     processor: inputs.processor,
//     metadataRegistry: inputs.metadata ?? globalRegistry,
//     target: inputs.target ?? "draft-2020-12",
//     unrepresentable: inputs.unrepresentable ?? "throw",
//   };
// }
function to_json_schema_initializeContext(params) {
    // Normalize target: convert old non-hyphenated versions to hyphenated versions
    let target = params?.target ?? "draft-2020-12";
    if (target === "draft-4")
        target = "draft-04";
    if (target === "draft-7")
        target = "draft-07";
    return {
        processors: params.processors ?? {},
        metadataRegistry: params?.metadata ?? registries/* globalRegistry */.fd,
        target,
        unrepresentable: params?.unrepresentable ?? "throw",
        override: params?.override ?? (() => { }),
        io: params?.io ?? "output",
        counter: 0,
        seen: new Map(),
        sharedDefsExtractedFor: undefined,
        sharedEmitDoneFor: undefined,
        cycles: params?.cycles ?? "ref",
        reused: params?.reused ?? "inline",
        intersections: [],
        deferred: [],
        external: params?.external ?? undefined,
    };
}
/**
 * Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
 * `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
 * custom JSON Schema was written into `json`, in which case the caller must not write its own.
 */
function handleUnrepresentable(schema, ctx, json, params, message) {
    const result = typeof ctx.unrepresentable === "function"
        ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message })
        : ctx.unrepresentable;
    if (result === "any")
        return false;
    if (result === undefined || result === "throw")
        throw new Error(message);
    Object.assign(json, result);
    return true;
}
// never rename this back to `process`: bundler polyfills inject a top-level `const process` that a lexical declaration of the same name collides with (#6397)
function to_json_schema_processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
    var _a;
    const def = schema._zod.def;
    // check for schema in seens
    const seen = ctx.seen.get(schema);
    if (seen) {
        seen.count++;
        // check if cycle
        const isCycle = _params.schemaPath.includes(schema);
        if (isCycle) {
            seen.cycle = _params.path;
        }
        return seen.schema;
    }
    // initialize
    const result = { schema: {}, count: 1, cycle: undefined, path: _params.path };
    ctx.seen.set(schema, result);
    ctx.sharedDefsExtractedFor = undefined;
    ctx.sharedEmitDoneFor = undefined;
    // custom method overrides default behavior
    const overrideSchema = schema._zod.toJSONSchema?.();
    if (overrideSchema) {
        result.schema = overrideSchema;
    }
    else {
        const params = {
            ..._params,
            schemaPath: [..._params.schemaPath, schema],
            path: _params.path,
        };
        if (schema._zod.processJSONSchema) {
            schema._zod.processJSONSchema(ctx, result.schema, params);
        }
        else {
            const _json = result.schema;
            const processor = ctx.processors[def.type];
            if (!processor) {
                throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
            }
            processor(schema, ctx, _json, params);
        }
        const parent = schema._zod.parent;
        if (parent) {
            // Also set ref if processor didn't (for inheritance)
            if (!result.ref)
                result.ref = parent;
            to_json_schema_processSchema(parent, ctx, params);
            ctx.seen.get(parent).isParent = true;
        }
    }
    // metadata
    const meta = ctx.metadataRegistry.get(schema);
    if (meta)
        assignProps(result.schema, meta);
    if (ctx.io === "input" && isTransforming(schema)) {
        // examples/defaults only apply to output type of pipe
        delete result.schema.examples;
        delete result.schema.default;
    }
    // set prefault as default
    if (ctx.io === "input" && "_prefault" in result.schema)
        (_a = result.schema).default ?? (_a.default = result.schema._prefault);
    delete result.schema._prefault;
    // pulling fresh from ctx.seen in case it was overwritten
    const _result = ctx.seen.get(schema);
    return _result.schema;
}
/** @deprecated Renamed to `processSchema`. An export alias declares no binding, so it is safe to keep. */

// Escape a reference token for use in a JSON Pointer fragment (RFC 6901): `~` becomes `~0` and `/` becomes `~1`. The `~` replacement must run first.
function encodeJSONPointerSegment(segment) {
    return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function to_json_schema_extractDefs(ctx, schema
// params: EmitParams
) {
    // iterate over seen map;
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // With `external` set, every registered schema resolves through the external branch of `makeURI`, so the root branch below produces the same ref the external branch would — this pass is identical whichever schema it is called with, and only needs to run once.
    if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
        return;
    // Track ids to detect duplicates across different schemas
    const idToSchema = new Map();
    for (const entry of ctx.seen.entries()) {
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            const existing = idToSchema.get(id);
            if (existing && existing !== entry[0]) {
                throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
            }
            idToSchema.set(id, entry[0]);
        }
    }
    // returns a ref to the schema defId will be empty if the ref points to an external schema (or #)
    const makeURI = (entry) => {
        // comparing the seen objects because sometimes multiple schemas map to the same seen object. e.g. lazy
        // external is configured
        const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
        if (ctx.external) {
            const externalId = ctx.external.registry.get(entry[0])?.id; // ?? "__shared";// `__schema${ctx.counter++}`;
            // check if schema is in the external registry
            const uriGenerator = ctx.external.uri ?? ((id) => id);
            if (externalId) {
                return { ref: uriGenerator(externalId) };
            }
            // otherwise, add to __shared
            const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
            entry[1].defId = id; // set defId so it will be reused if needed
            return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
        }
        const uriPrefix = `#`;
        const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
        // an id-less root has nowhere to be extracted to, so it stays inline and self-references as `#`
        if (entry[1] === root && !entry[1].schema.id) {
            return { ref: uriPrefix };
        }
        // self-contained schema
        const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
        return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
    };
    // stored cached version in `def` property remove all properties, set $ref
    const extractToDef = (entry) => {
        // if the schema is already a reference, do not extract it
        if (entry[1].schema.$ref) {
            return;
        }
        const seen = entry[1];
        const { ref, defId } = makeURI(entry);
        seen.def = { ...seen.schema };
        // defId won't be set if the schema is a reference to an external schema or if the schema is the root schema
        if (defId)
            seen.defId = defId;
        // wipe away all properties except $ref
        const schema = seen.schema;
        for (const key in schema) {
            delete schema[key];
        }
        schema.$ref = ref;
    };
    // throw on cycles
    // break cycles
    if (ctx.cycles === "throw") {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.cycle) {
                throw new Error("Cycle detected: " +
                    `#/${seen.cycle?.join("/")}/<root>` +
                    '\n\nSet the `cycles` parameter to `"ref"` to resolve cyclical schemas with defs.');
            }
        }
    }
    // extract schemas into $defs
    for (const entry of ctx.seen.entries()) {
        const seen = entry[1];
        // convert root schema to # $ref
        if (schema === entry[0]) {
            extractToDef(entry); // this has special handling for the root schema
            continue;
        }
        // extract schemas that are in the external registry
        if (ctx.external) {
            const ext = ctx.external.registry.get(entry[0])?.id;
            if (schema !== entry[0] && ext) {
                extractToDef(entry);
                continue;
            }
        }
        // extract schemas with `id` meta
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            extractToDef(entry);
            continue;
        }
        // break cycles
        if (seen.cycle) {
            // any
            extractToDef(entry);
            continue;
        }
        // extract reused schemas
        if (seen.count > 1) {
            if (ctx.reused === "ref") {
                extractToDef(entry);
            }
        }
    }
    if (ctx.external)
        ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
    const options = schema.anyOf;
    if (!Array.isArray(options) || options.length === 0 || schema.type !== undefined)
        return;
    const types = [];
    for (const option of options) {
        if (!option || typeof option !== "object")
            return;
        // A branch that is itself a compactible union folds into this one — nested `anyOf` and a flat `type` array say the same thing. Compacting it first also makes the result independent of the order this pass walks the seen map in.
        compactTypeUnion(option);
        const keys = Object.keys(option);
        if (keys.length !== 1 || keys[0] !== "type")
            return;
        const type = option.type;
        for (const member of Array.isArray(type) ? type : [type]) {
            if (typeof member !== "string")
                return;
            if (!types.includes(member))
                types.push(member);
        }
    }
    delete schema.anyOf;
    // A `type` array must be non-empty and unique (metaschema); a single member is spelled as a bare string.
    schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
 * an annotation like `description` — makes a member unfoldable, so a constraint this does not
 * understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = new Set(["type", "properties", "required", "additionalProperties"]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
    const extra = member.additionalProperties;
    if (extra === undefined || extra === false || typeof extra !== "object" || extra === null)
        return null;
    return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
    const objects = [];
    for (const member of members) {
        // A boolean subschema is legal JSON Schema and carries no keywords to fold.
        if (typeof member !== "object" || member.type !== "object")
            return null;
        for (const key in member) {
            if (!FOLDABLE_KEYS.has(key))
                return null;
        }
        objects.push(member);
    }
    const properties = {};
    const required = new Set();
    for (const object of objects) {
        for (const key in object.properties) {
            // `in` would report a `__proto__` key as already present via the prototype chain and skip it.
            if (Object.prototype.hasOwnProperty.call(properties, key))
                continue;
            // Every member constrains this key: the ones that declare it say how, and a `catchall` member constrains it too even though it does not name it. The key has to satisfy all of them, which is the same intersection one level down.
            const parts = [];
            for (const other of objects) {
                const part = other.properties?.[key] ?? undeclaredConstraint(other);
                if (part === null || part === undefined)
                    continue;
                if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
                    parts.push(part);
            }
            const merged = parts.length === 1
                ? parts[0]
                : (foldObjects(parts) ?? { allOf: parts });
            (0,core_util/* assignProp */.Vy)(properties, key, merged);
        }
        for (const key of object.required ?? [])
            required.add(key);
    }
    const folded = { type: "object", properties };
    if (required.size)
        folded.required = [...required];
    // A key no member declares is rejected only when every member rejects it, so the fold is closed only when every member is. Otherwise it carries whatever the `catchall` members demand of such a key.
    if (objects.every((object) => object.additionalProperties === false)) {
        folded.additionalProperties = false;
    }
    else {
        const constraints = [];
        for (const object of objects) {
            const constraint = undeclaredConstraint(object);
            if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
                constraints.push(constraint);
        }
        if (constraints.length === 1)
            folded.additionalProperties = constraints[0];
        else if (constraints.length > 1)
            folded.additionalProperties = { allOf: constraints };
    }
    return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
 * closed object members reject each other's keys and the schema validates nothing. Zod's parser
 * pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
 * *every* side rejects it — so the emitted schema has to pool them too, and folding the members
 * into one object is the encoding that says so on every target.
 *
 * This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
 * machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
 * keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
    const allOf = json.allOf;
    if (!Array.isArray(allOf) || allOf.length < 2)
        return;
    // An `override` runs before this pass and may have written object keywords onto the intersection itself. Those are deliberate, so decline rather than overwrite them.
    for (const key of FOLDABLE_KEYS)
        if (key in json)
            return;
    // An intersection distributes over a union: `A & (X | Y)` is `(A & X) | (A & Y)`. Only the first union is distributed over; a second one stays among the members every branch folds against, where it fails the object check and declines the whole intersection rather than multiplying out.
    const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
    let folded = null;
    if (!unions.length) {
        folded = foldObjects(allOf);
    }
    else {
        const union = unions[0];
        const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
        if (Object.keys(union).length !== 1)
            return;
        const rest = allOf.filter((m) => m !== union);
        const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
        if (branches.some((b) => !b))
            return;
        folded = { [keyword]: branches };
    }
    if (!folded)
        return;
    delete json.allOf;
    assignProps(json, folded);
}
function to_json_schema_finalize(ctx, schema) {
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // flatten refs - inherit properties from parent schemas
    const flattenRef = (zodSchema) => {
        const seen = ctx.seen.get(zodSchema);
        // already processed
        if (seen.ref === null)
            return;
        const schema = seen.def ?? seen.schema;
        const _cached = { ...schema };
        const ref = seen.ref;
        seen.ref = null; // prevent infinite recursion
        if (ref) {
            flattenRef(ref);
            const refSeen = ctx.seen.get(ref);
            const refSchema = refSeen.schema;
            // merge referenced schema into current
            if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
                // older drafts can't combine $ref with other properties
                schema.allOf = schema.allOf ?? [];
                schema.allOf.push(refSchema);
            }
            else {
                assignProps(schema, refSchema);
            }
            // restore child's own properties (child wins)
            assignProps(schema, _cached);
            const isParentRef = zodSchema._zod.parent === ref;
            // For parent chain, child is a refinement - remove parent-only properties
            if (isParentRef) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (!(key in _cached)) {
                        delete schema[key];
                    }
                }
            }
            // When ref was extracted to $defs, remove properties that match the definition
            if (refSchema.$ref && refSeen.def) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) {
                        delete schema[key];
                    }
                }
            }
        }
        // If parent was extracted (has $ref), propagate $ref to this schema. This handles cases like: readonly().meta({id}).describe() where processor sets ref to innerType but parent should be referenced
        const parent = zodSchema._zod.parent;
        if (parent && parent !== ref) {
            // Ensure parent is processed first so its def has inherited properties
            flattenRef(parent);
            const parentSeen = ctx.seen.get(parent);
            if (parentSeen?.schema.$ref) {
                schema.$ref = parentSeen.schema.$ref;
                // De-duplicate with parent's definition
                if (parentSeen.def) {
                    for (const key in schema) {
                        if (key === "$ref" || key === "allOf")
                            continue;
                        if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) {
                            delete schema[key];
                        }
                    }
                }
            }
        }
        // execute overrides
        ctx.override({
            zodSchema: zodSchema,
            jsonSchema: schema,
            path: seen.path ?? [],
        });
    };
    // Flattening walks the whole map and clears each `ref` as it goes, so a second call over the same map is a no-op scan. Skip it outright once it has run for a registry conversion.
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of [...ctx.seen.entries()].reverse()) {
            flattenRef(entry[0]);
        }
        if (ctx.target !== "openapi-3.0") {
            for (const entry of ctx.seen.entries()) {
                compactTypeUnion(entry[1].def ?? entry[1].schema);
            }
        }
        for (const rewrite of ctx.deferred)
            rewrite();
        // After flattening, every member that was extracted is a `$ref`, so the fold sees the final shape. A schema that inherits an intersection — through `z.lazy`, or any `ref` chain — holds the same `allOf` array, so fold by array identity to catch every copy.
        if (ctx.intersections.length) {
            const carriers = new Map();
            for (const seen of ctx.seen.values()) {
                for (const json of [seen.schema, seen.def]) {
                    const allOf = json?.allOf;
                    if (!Array.isArray(allOf))
                        continue;
                    const existing = carriers.get(allOf);
                    if (existing)
                        existing.push(json);
                    else
                        carriers.set(allOf, [json]);
                }
            }
            for (const allOf of ctx.intersections) {
                for (const json of carriers.get(allOf) ?? [])
                    foldIntersection(json);
            }
        }
    }
    const result = {};
    if (ctx.target === "draft-2020-12") {
        result.$schema = "https://json-schema.org/draft/2020-12/schema";
    }
    else if (ctx.target === "draft-07") {
        result.$schema = "http://json-schema.org/draft-07/schema#";
    }
    else if (ctx.target === "draft-04") {
        result.$schema = "http://json-schema.org/draft-04/schema#";
    }
    else if (ctx.target === "openapi-3.0") {
        // OpenAPI 3.0 schema objects should not include a $schema property
    }
    else {
        // Arbitrary string values are allowed but won't have a $schema property set
    }
    if (ctx.external?.uri) {
        const id = ctx.external.registry.get(schema)?.id;
        if (!id)
            throw new Error("Schema is missing an `id` property");
        result.$id = ctx.external.uri(id);
    }
    // when the root was extracted into $defs, `root.schema` is the `$ref` wrapper and `root.def` is the body that now lives under $defs
    assignProps(result, root.defId ? root.schema : (root.def ?? root.schema));
    // The `id` in `.meta()` is a Zod-specific registration tag used to extract schemas into $defs — it is not user-facing JSON Schema metadata. Strip it from the output body where it would otherwise leak. The id is preserved implicitly via the $defs key (and via $ref paths).
    const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
    if (rootMetaId !== undefined && result.id === rootMetaId)
        delete result.id;
    // build defs object. With `external`, `defs` is the shared object every schema writes into, so the same entries are reassigned on every call. Without it, `defs` is fresh per call and must be rebuilt.
    const defs = ctx.external?.defs ?? {};
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.def && seen.defId) {
                if (seen.def.id === seen.defId)
                    delete seen.def.id;
                (0,core_util/* assignProp */.Vy)(defs, seen.defId, seen.def);
            }
        }
    }
    if (ctx.external)
        ctx.sharedEmitDoneFor = ctx.external;
    // set definitions in result
    if (ctx.external) {
    }
    else {
        if (Object.keys(defs).length > 0) {
            if (ctx.target === "draft-2020-12") {
                result.$defs = defs;
            }
            else {
                result.definitions = defs;
            }
        }
    }
    try {
        // this "finalizes" this schema and ensures all cycles are removed each call to finalize() is functionally independent though the seen map is shared
        const finalized = JSON.parse(JSON.stringify(result));
        Object.defineProperty(finalized, "~standard", {
            value: {
                ...schema["~standard"],
                jsonSchema: {
                    input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
                    output: createStandardJSONSchemaMethod(schema, "output", ctx.processors),
                },
            },
            enumerable: false,
            writable: false,
        });
        return finalized;
    }
    catch (_err) {
        throw new Error("Error converting schema to JSON.");
    }
}
function isTransforming(_schema, _ctx) {
    const ctx = _ctx ?? { seen: new Set() };
    if (ctx.seen.has(_schema))
        return false;
    ctx.seen.add(_schema);
    const def = _schema._zod.def;
    if (def.type === "transform")
        return true;
    if (def.type === "array")
        return isTransforming(def.element, ctx);
    if (def.type === "set")
        return isTransforming(def.valueType, ctx);
    if (def.type === "lazy")
        return isTransforming(def.getter(), ctx);
    if (def.type === "promise" ||
        def.type === "optional" ||
        def.type === "nonoptional" ||
        def.type === "nullable" ||
        def.type === "readonly" ||
        def.type === "default" ||
        def.type === "prefault" ||
        def.type === "catch") {
        return isTransforming(def.innerType, ctx);
    }
    if (def.type === "intersection") {
        return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
    }
    if (def.type === "record" || def.type === "map") {
        return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
    }
    if (def.type === "pipe") {
        if (_schema._zod.traits.has("$ZodCodec"))
            return true;
        return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
    }
    if (def.type === "object") {
        for (const key in def.shape) {
            if (isTransforming(def.shape[key], ctx))
                return true;
        }
        return false;
    }
    if (def.type === "union") {
        for (const option of def.options) {
            if (isTransforming(option, ctx))
                return true;
        }
        return false;
    }
    if (def.type === "tuple") {
        for (const item of def.items) {
            if (isTransforming(item, ctx))
                return true;
        }
        if (def.rest && isTransforming(def.rest, ctx))
            return true;
        return false;
    }
    return false;
}
/**
 * Creates a toJSONSchema method for a schema instance.
 * This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
 */
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
    const ctx = to_json_schema_initializeContext({ ...params, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
    const { libraryOptions, target } = params ?? {};
    const ctx = to_json_schema_initializeContext({ ...(libraryOptions ?? {}), target, io, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/json-schema-processors.js




const narrowMin = (agg, key, value) => {
    if (agg[key] === undefined || value > agg[key])
        agg[key] = value;
};
const narrowMax = (agg, key, value) => {
    if (agg[key] === undefined || value < agg[key])
        agg[key] = value;
};
const narrowBoth = (agg, value) => {
    narrowMin(agg, "minimum", value);
    narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
    agg.multipleOf ?? (agg.multipleOf = []);
    if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
    agg.patterns ?? (agg.patterns = new Set());
    agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
    agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
// last-wins, matching the bag's historical write order; the flag keeps an integer format from being lost to a later float one
const setFormat = (agg, format) => {
    agg.format = format;
    if (format.includes("int"))
        agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
    setFormat(agg, def.format);
    const [minimum, maximum] = ranges[def.format];
    narrowMin(agg, "minimum", minimum);
    narrowMax(agg, "maximum", maximum);
};
const contributors = {
    greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
    less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
    multiple_of: (agg, def) => addDivisor(agg, def.value),
    number_format: formatContributor(core_util/* NUMBER_FORMAT_RANGES */.zH),
    bigint_format: formatContributor(core_util/* BIGINT_FORMAT_RANGES */.NR),
    min_length: minContributor,
    max_length: maxContributor,
    length_equals: (agg, def) => narrowBoth(agg, def.length),
    min_size: minContributor,
    max_size: maxContributor,
    size_equals: (agg, def) => narrowBoth(agg, def.size),
    string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
            addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
            agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
            agg.laxFormat = true;
    },
    mime_type: (agg, def) => intersectMime(agg, def.mime),
};
function aggregateChecks(schema) {
    const agg = {};
    const def = schema._zod.def;
    // a format schema is its own first check, same rule as $ZodType init
    const list = schema._zod.traits.has("$ZodCheck")
        ? [schema, ...(def.checks ?? [])]
        : (def.checks ?? []);
    for (const ch of list)
        contributors[ch._zod.def.check]?.(agg, ch._zod.def);
    // reconcile with the bag so third-party onattach contributions still land; first-party residue is never tighter than the fold, so merging it back is idempotent for one and additive for the other
    const bag = schema._zod.bag;
    if (bag.minimum !== undefined)
        narrowMin(agg, "minimum", bag.minimum);
    if (bag.exclusiveMinimum !== undefined)
        narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
    if (bag.maximum !== undefined)
        narrowMax(agg, "maximum", bag.maximum);
    if (bag.exclusiveMaximum !== undefined)
        narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
    if (bag.multipleOf !== undefined)
        addDivisor(agg, bag.multipleOf);
    if (bag.format !== undefined) {
        agg.format ?? (agg.format = bag.format);
        if (bag.format.includes("int"))
            agg.isInt = true;
    }
    if (bag.mime)
        intersectMime(agg, bag.mime);
    for (const pattern of bag.patterns ?? [])
        addPattern(agg, pattern);
    return agg;
}
const formatMap = {
    guid: "uuid",
    url: "uri",
    datetime: "date-time",
    json_string: "json-string",
    regex: "", // do not set
};
// ==================== SIMPLE TYPE PROCESSORS ====================
// the runtime patterns are lax so parse paths never overflow the regex stack; the emitted schema swaps in the exact block forms, which zod itself never executes
const exactPatterns = new Map([
    [base64Charset, core_regexes/* base64 */.K3],
    [base64urlCharset, core_regexes/* base64url */.r0],
]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
    const json = _json;
    json.type = "string";
    const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minLength = minimum;
    if (typeof maximum === "number")
        json.maxLength = maximum;
    // custom pattern overrides format
    if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
            delete json.format; // empty format is not valid
        // `z.iso.time()` is never full-time, and `laxFormat` carries the datetime shapes that also accept what their keyword forbids
        if (format === "time" || laxFormat) {
            delete json.format;
        }
    }
    if (contentEncoding)
        json.contentEncoding = contentEncoding;
    if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
            json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
            json.allOf = [
                ...patternList.map((regex) => ({
                    ...(ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0"
                        ? { type: "string" }
                        : {}),
                    pattern: regex.source,
                })),
            ];
        }
    }
};
const numberProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
    json.type = isInt ? "integer" : "number";
    // when both minimum and exclusiveMinimum exist, pick the more restrictive one
    const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
    const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
    const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
    if (exMin) {
        if (legacy) {
            json.minimum = exclusiveMinimum;
            json.exclusiveMinimum = true;
        }
        else {
            json.exclusiveMinimum = exclusiveMinimum;
        }
    }
    else if (typeof minimum === "number") {
        json.minimum = minimum;
    }
    if (exMax) {
        if (legacy) {
            json.maximum = exclusiveMaximum;
            json.exclusiveMaximum = true;
        }
        else {
            json.exclusiveMaximum = exclusiveMaximum;
        }
    }
    else if (typeof maximum === "number") {
        json.maximum = maximum;
    }
    if (multipleOf) {
        // JSON Schema requires a divisor strictly greater than zero, and a non-finite one does not survive JSON at all. A negative divisor accepts exactly what its absolute value accepts, so it still maps; zero, NaN and Infinity have no keyword form.
        const divisors = new Set();
        for (const divisor of multipleOf) {
            if (Number.isFinite(divisor) && divisor !== 0)
                divisors.add(Math.abs(divisor));
            else
                handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        // chained divisors are a conjunction the keyword cannot carry alone, so extras ride an allOf, same as stacked patterns
        const [first, ...rest] = divisors;
        if (first !== undefined)
            json.multipleOf = first;
        if (rest.length)
            json.allOf = [...(json.allOf ?? []), ...rest.map((m) => ({ multipleOf: m }))];
    }
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
    if (ctx.target === "openapi-3.0") {
        json.type = "string";
        json.nullable = true;
        json.enum = [null];
    }
    else {
        json.type = "null";
    }
};
const undefinedProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
    json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const dateProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
    const def = schema._zod.def;
    const values = (0,core_util/* getEnumValues */.w5)(def.entries);
    // an empty enum accepts nothing, same as z.never()
    if (values.length === 0) {
        json.not = {};
        return;
    }
    // Number enums can have both string and number values
    if (values.every((v) => typeof v === "number"))
        json.type = "number";
    if (values.every((v) => typeof v === "string"))
        json.type = "string";
    json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // a literal with no values accepts nothing, same as z.never()
    if (def.values.length === 0) {
        json.not = {};
        return;
    }
    const vals = [];
    for (const val of def.values) {
        if (val === undefined) {
            // a custom schema replaces the whole literal, so there is nothing left to accumulate
            if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
                return;
            // otherwise do not add to vals
        }
        else if (typeof val === "bigint") {
            if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
                return;
            vals.push(Number(val));
        }
        else {
            vals.push(val);
        }
    }
    if (vals.length === 0) {
        // do nothing (an undefined literal was stripped)
    }
    else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
            json.enum = [val];
        }
        else {
            json.const = val;
        }
    }
    else {
        if (vals.every((v) => typeof v === "number"))
            json.type = "number";
        if (vals.every((v) => typeof v === "string"))
            json.type = "string";
        if (vals.every((v) => typeof v === "boolean"))
            json.type = "boolean";
        if (vals.every((v) => v === null))
            json.type = "null";
        json.enum = vals;
    }
};
const nanProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    const pattern = schema._zod.pattern;
    if (!pattern)
        throw new Error("Pattern not found in template literal");
    _json.type = "string";
    _json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    _json.type = "string";
    _json.format = "binary";
    _json.contentEncoding = "binary";
    const { minimum, maximum, mime } = aggregateChecks(schema);
    if (minimum !== undefined)
        _json.minLength = minimum;
    if (maximum !== undefined)
        _json.maxLength = maximum;
    if (!mime)
        return;
    // an empty intersection means the mime checks share no value, so nothing passes at runtime; `anyOf` must be non-empty, so the false schema is `not: {}`
    if (mime.length === 0)
        _json.not = {};
    else if (mime.length === 1)
        _json.contentMediaType = mime[0];
    // only contentMediaType differs, so the shared props stay at the root
    else
        _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
// ==================== COMPOSITE TYPE PROCESSORS ====================
const arrayProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
    json.type = "array";
    json.items = to_json_schema_processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"],
    });
};
// Transform and catch set `optin = "optional"` at runtime so the parser lets them observe an
// absent key, but their declared input type stays required. An input JSON Schema describes the
// declared type, so resolve past them to the schema that actually carries the optionality.
// Used by both `objectProcessor` (for `required`) and `tupleProcessor` (for `minItems`); see
// wiki/optionality.md, "The JSON Schema emitter reads the *static* value".
function inputOptin(schema) {
    const def = schema._zod.def;
    if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
        return inputOptin(def.out);
    }
    if (def.type === "catch") {
        return inputOptin(def.innerType);
    }
    return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const shape = def.shape;
    // dropping it while still emitting `additionalProperties: false` would emit a schema that rejects data this one requires
    const symbolKeys = Object.getOwnPropertySymbols(shape);
    if (symbolKeys.length &&
        handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
    }
    json.type = "object";
    json.properties = {};
    for (const key in shape) {
        // assignProp so a __proto__ key becomes an own property instead of hitting the inherited setter on the plain {} we build into
        (0,core_util/* assignProp */.Vy)(json.properties, key, to_json_schema_processSchema(shape[key], ctx, {
            ...params,
            path: [...params.path, "properties", key],
        }));
    }
    // required keys
    const requiredKeys = [];
    for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === undefined : field._zod.optout === undefined) {
            requiredKeys.push(key);
        }
    }
    if (requiredKeys.length > 0) {
        json.required = requiredKeys;
    }
    // catchall
    if (def.catchall?._zod.def.type === "never") {
        // strict
        json.additionalProperties = false;
    }
    else if (!def.catchall) {
        // regular
        if (ctx.io === "output")
            json.additionalProperties = false;
    }
    else if (def.catchall) {
        json.additionalProperties = to_json_schema_processSchema(def.catchall, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
};
const unionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // Exclusive unions (inclusive === false) use oneOf (exactly one match) instead of anyOf (one or more matches). This includes both z.xor() and discriminated unions
    const isExclusive = def.inclusive === false;
    const options = def.options.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i],
    }));
    if (isExclusive) {
        json.oneOf = options;
    }
    else {
        json.anyOf = options;
    }
};
const intersectionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const a = to_json_schema_processSchema(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0],
    });
    const b = to_json_schema_processSchema(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1],
    });
    const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
    const allOf = [
        ...(isSimpleIntersection(a) ? a.allOf : [a]),
        ...(isSimpleIntersection(b) ? b.allOf : [b]),
    ];
    json.allOf = allOf;
    // Recorded innermost first, so a nested intersection has already folded by the time this one is considered. The array is the handle rather than the schema, because a wrapper that inherits this schema shares the same array; `finalize` folds every object holding it. See `foldIntersection`.
    ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "array";
    const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
    const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
    const prefixItems = def.items.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, prefixPath, i],
    }));
    const rest = def.rest
        ? to_json_schema_processSchema(def.rest, ctx, {
            ...params,
            path: [...params.path, restPath, ...(ctx.target === "openapi-3.0" ? [def.items.length] : [])],
        })
        : null;
    let minItems = def.items.length;
    while (minItems > 0) {
        const item = def.items[minItems - 1];
        const optional = ctx.io === "input" ? inputOptin(item) !== undefined : item._zod.optout === "optional";
        if (!optional)
            break;
        minItems--;
    }
    const maxItems = def.items.length;
    const isClosed = !def.rest;
    if (ctx.target === "draft-2020-12") {
        json.prefixItems = prefixItems;
        if (isClosed) {
            json.items = false;
        }
        else if (rest) {
            json.items = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else if (ctx.target === "openapi-3.0") {
        json.items = {
            anyOf: prefixItems,
        };
        if (rest) {
            json.items.anyOf.push(rest);
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else {
        json.items = prefixItems;
        if (isClosed) {
            json.additionalItems = false;
        }
        else if (rest) {
            json.additionalItems = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    // explicit user-defined length checks take precedence
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
 * numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
 * behind a wrapper only carries its own `type` before then, and a union key only has its branches.
 *
 * A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
 * than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
 * exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
 * accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
 * outright. */
function stringifyKeyNames(bySchema, json, visited) {
    // an extracted key that rewrites cannot go on sharing its definition — the string form a key position needs is not the number form every other reference wants — so it inlines. One that does not rewrite keeps the `$ref`.
    if (json.$ref) {
        // a recursive key holds its own reference inside its definition, so a node already on the path is left alone rather than resolved again
        if (visited.has(json))
            return json;
        visited.add(json);
        const def = bySchema.get(json)?.def;
        if (!def)
            return json;
        const inlined = stringifyKeyNames(bySchema, def, visited);
        return inlined === def ? json : inlined;
    }
    for (const keyword of ["anyOf", "oneOf"]) {
        const branches = json[keyword];
        if (!Array.isArray(branches))
            continue;
        const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
        // rebuilding regardless would detach a key that had nothing to re-express, dropping its `$ref` and leaking the internal `id`
        if (mapped.some((branch, i) => branch !== branches[i]))
            json = { ...json, [keyword]: mapped };
    }
    // a member that already admits a string leaves the key unconstrained, so the node's own type re-expresses only when every member is numeric
    const types = Array.isArray(json.type) ? json.type : [json.type];
    const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
    // a heterogeneous key carries no type at all, so its numeric members are caught here instead
    const values = json.enum ?? (json.const !== undefined ? [json.const] : undefined);
    if (!numericType && !values?.some((v) => typeof v === "number"))
        return json;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
    if (rest.enum)
        rest.enum = rest.enum.map((v) => (typeof v === "number" ? String(v) : v));
    else if (typeof rest.const === "number")
        rest.const = String(rest.const);
    // a heterogeneous key keeps its absent type: the stringified members already say what a key may be
    if (!numericType)
        return rest;
    rest.type = "string";
    if (!values)
        rest.pattern = (types.includes("number") ? core_regexes/* number */.ai : core_regexes/* integer */.nd).source;
    return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = new WeakMap();
function rewriteKeyNames(ctx) {
    // an extracted key is resolved by the object `extractToDef` left in its place, so the map is built once rather than searched per reference. `_zod.toJSONSchema` can hand the same object to two schemas, so the first entry carrying a body wins, as a search would have found it.
    const bySchema = new Map();
    for (const entry of ctx.seen.values()) {
        if (entry.def && !bySchema.has(entry.schema))
            bySchema.set(entry.schema, entry);
    }
    const rewrites = new Map();
    for (const record of pendingRecords.get(ctx) ?? []) {
        const seen = ctx.seen.get(record);
        const names = (seen?.def ?? seen?.schema)?.propertyNames;
        if (!names || names === true || rewrites.has(names))
            continue;
        const rewritten = stringifyKeyNames(bySchema, names, new Set());
        if (rewritten !== names)
            rewrites.set(names, rewritten);
    }
    if (!rewrites.size)
        return;
    // the flatten has already copied each record's own properties onto every wrapper by reference, and an extracted body is another such copy, so every carrier holding a rewritten key is updated together
    for (const entry of ctx.seen.values()) {
        for (const carrier of [entry.schema, entry.def]) {
            const rewritten = carrier && rewrites.get(carrier.propertyNames);
            if (rewritten)
                carrier.propertyNames = rewritten;
        }
    }
}
const recordProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "object";
    // For looseRecord with regex patterns, use patternProperties. This correctly represents "only validate keys matching the pattern" semantics and composes well with allOf (intersections)
    const keyType = def.keyType;
    const patterns = aggregateChecks(keyType).patterns;
    if (def.mode === "loose" && patterns && patterns.size > 0) {
        // Use patternProperties for looseRecord with regex patterns
        const valueSchema = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "patternProperties", "*"],
        });
        json.patternProperties = {};
        for (const pattern of patterns) {
            (0,core_util/* assignProp */.Vy)(json.patternProperties, exactPattern(pattern).source, valueSchema);
        }
    }
    else {
        // Default behavior: use propertyNames + additionalProperties
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
            json.propertyNames = to_json_schema_processSchema(def.keyType, ctx, {
                ...params,
                path: [...params.path, "propertyNames"],
            });
            let pending = pendingRecords.get(ctx);
            if (!pending) {
                pending = [];
                pendingRecords.set(ctx, pending);
                ctx.deferred.push(() => rewriteKeyNames(ctx));
            }
            pending.push(schema);
        }
        json.additionalProperties = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
    // Add required for keys with discrete values (enum, literal, etc.)
    const keyValues = keyType._zod.values;
    // Every key shares one value schema, so an optional-in value makes the whole key set omittable on input. Output keeps them: the exhaustive branch assigns every key, even one whose value came back undefined.
    const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== undefined;
    if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
            json.required = validKeyValues.map(String);
        }
    }
};
const nullableProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const inner = to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
    }
    else {
        json.anyOf = [inner, { type: "null" }];
    }
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
 * A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
 * unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
    let unrepresentable = false;
    const serialized = JSON.stringify(value, (_, val) => {
        if (typeof val !== "bigint")
            return val;
        unrepresentable = true;
        return null;
    });
    if (!unrepresentable)
        return JSON.parse(serialized);
    handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
    return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    if (ctx.io !== "input")
        return;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    let catchValue;
    try {
        catchValue = def.catchValue(undefined);
    }
    catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
    }
    json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    const inIsTransform = def.in._zod.traits.has("$ZodTransform");
    const innerType = ctx.io === "input" ? (inIsTransform ? def.out : def.in) : def.out;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
    const innerType = schema._zod.innerType;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
// ==================== ALL PROCESSORS ====================
const allProcessors = {
    string: stringProcessor,
    number: numberProcessor,
    boolean: booleanProcessor,
    bigint: bigintProcessor,
    symbol: symbolProcessor,
    null: nullProcessor,
    undefined: undefinedProcessor,
    void: voidProcessor,
    never: neverProcessor,
    any: anyProcessor,
    unknown: unknownProcessor,
    date: dateProcessor,
    enum: enumProcessor,
    literal: literalProcessor,
    nan: nanProcessor,
    template_literal: templateLiteralProcessor,
    file: fileProcessor,
    success: successProcessor,
    custom: customProcessor,
    function: functionProcessor,
    transform: transformProcessor,
    map: mapProcessor,
    set: setProcessor,
    array: arrayProcessor,
    object: objectProcessor,
    union: unionProcessor,
    intersection: intersectionProcessor,
    tuple: tupleProcessor,
    record: recordProcessor,
    nullable: nullableProcessor,
    nonoptional: nonoptionalProcessor,
    default: defaultProcessor,
    prefault: prefaultProcessor,
    catch: catchProcessor,
    pipe: pipeProcessor,
    readonly: readonlyProcessor,
    promise: promiseProcessor,
    optional: optionalProcessor,
    lazy: lazyProcessor,
};
function toJSONSchema(input, params) {
    if ("_idmap" in input) {
        // Registry case
        const registry = input;
        const ctx = initializeContext({ ...params, processors: allProcessors });
        const defs = {};
        // First pass: process all schemas to build the seen map
        for (const entry of registry._idmap.entries()) {
            const [_, schema] = entry;
            processSchema(schema, ctx);
        }
        const schemas = {};
        const external = {
            registry,
            uri: params?.uri,
            defs,
        };
        // Update the context with external configuration
        ctx.external = external;
        // Second pass: emit each schema
        for (const entry of registry._idmap.entries()) {
            const [key, schema] = entry;
            extractDefs(ctx, schema);
            assignProp(schemas, key, finalize(ctx, schema));
        }
        if (Object.keys(defs).length > 0) {
            const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
            schemas.__shared = {
                [defsSegment]: defs,
            };
        }
        return { schemas };
    }
    // Single schema case
    const ctx = initializeContext({ ...params, processors: allProcessors });
    processSchema(input, ctx);
    extractDefs(ctx, input);
    return finalize(ctx, input);
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = core_util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${core_util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${core_util/* joinValues */.jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${core_util/* joinValues */.jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, core_util/* jsonStringifyReplacer */.k8, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = (0,core_core/* $constructor */.xI)("$ZodError", initializer);
const $ZodRealError = (0,core_core/* $constructor */.xI)("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   ✖ Expected number, received string at "username
 * favoriteNumbers[0]
 *   ✖ Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`✖ ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  → at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const parse_validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode($ZodRealError);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode($ZodRealError);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync($ZodRealError);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync($ZodRealError);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode($ZodRealError);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode($ZodRealError);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync($ZodRealError);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync($ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/errors.js



/* Prototypes that already carry the lazy helper methods. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
/* Helper methods live as non-enumerable lazy getters on the shared
 * prototype instead of own properties on every instance. On first
 * access the getter allocates the per-instance closure and caches it
 * as a non-enumerable own property, so detached usage still works and
 * the allocation only happens for methods actually touched. */
function _lazyMethod(proto, key, make) {
    Object.defineProperty(proto, key, {
        configurable: true,
        enumerable: false,
        get() {
            const value = make(this);
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
            return value;
        },
        set(value) {
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
        },
    });
}
const errors_initializer = (inst, issues) => {
    $ZodError.init(inst, issues);
    inst.name = "ZodError";
    const proto = Object.getPrototypeOf(inst);
    if (_installedErrorProtos.has(proto))
        return;
    _installedErrorProtos.add(proto);
    _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
    _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
    _lazyMethod(proto, "addIssue", (self) => (issue) => {
        self.issues.push(issue);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    _lazyMethod(proto, "addIssues", (self) => (issues) => {
        self.issues.push(...issues);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
            return this.issues.length === 0;
        },
    });
};
const ZodError = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodError", errors_initializer)));
const ZodRealError = /*@__PURE__*/ core_core/* $constructor */.xI("ZodError", errors_initializer, undefined, {
    Parent: Error,
});
// /** @deprecated Use `z.core.$ZodErrorMapCtx` instead. */
// export type ErrorMapCtx = core.$ZodErrorMapCtx;

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/parse.js


const classic_parse_parse = /* @__PURE__ */ _parse(ZodRealError);
const classic_parse_parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const parse_safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const parse_safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);

// Codec functions
const parse_encode = /* @__PURE__ */ _encode(ZodRealError);
const parse_decode = /* @__PURE__ */ _decode(ZodRealError);
const parse_encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const parse_decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const parse_safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const parse_safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const parse_safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const parse_safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/schemas.js








// Register English as the default locale on first ZodType construction. Hooked into the `ZodType` `$constructor` (rather than a top-level `config(en())` in `external.ts`) so bundlers honoring `sideEffects: false` can't tree-shake it out — see #5953, #5725. An explicit `z.config(z.locales.xx())` call wins regardless of order, since this only sets the default when none is present.
function _ensureDefaultLocale() {
    if (!core_core/* globalConfig */.cr.localeError)
        core_core/* config */.$W(en());
}
// the default memoizer is read by the core container init, which runs before `ZodType.init`, so each container calls this first
function _ensureDefaultMemoizer() {
    if (!core_core/* globalConfig */.cr.memoizer)
        core_core/* config */.$W({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("ZodType", (inst, def) => {
    _ensureDefaultLocale();
    $ZodType.init(inst, def);
    inst.def = def;
    inst.type = def.type;
    return inst;
}, {
    check(...chks) {
        const def = this.def;
        return this.clone(core_util/* mergeDefs */.zM(def, {
            checks: [
                ...(def.checks ?? []),
                ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }), { parent: true });
    },
    with(...chks) {
        return this.check(...chks);
    },
    clone(def, params) {
        return core_util/* clone */.o8(this, def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    refine(check, params) {
        return this.check(refine(check, params));
    },
    superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
    },
    overwrite(fn) {
        return this.check(api/* _overwrite */.bS(fn));
    },
    optional() {
        return optional(this);
    },
    exactOptional() {
        return exactOptional(this);
    },
    nullable() {
        return nullable(this);
    },
    nullish() {
        return optional(nullable(this));
    },
    nonoptional(params) {
        return nonoptional(this, params);
    },
    array() {
        return array(this);
    },
    or(arg) {
        return union([this, arg]);
    },
    and(arg) {
        return intersection(this, arg);
    },
    transform(tx) {
        return pipe(this, transform(tx));
    },
    default(d) {
        return _default(this, d);
    },
    prefault(d) {
        return prefault(this, d);
    },
    catch(params) {
        return _catch(this, params);
    },
    pipe(target) {
        return pipe(this, target);
    },
    readonly() {
        return readonly(this);
    },
    describe(description) {
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, { description });
        return cl;
    },
    meta(...args) {
        // overloaded: meta() returns the registered metadata, meta(data) returns a clone with `data` registered. The mapped type picks up the second overload, so we accept variadic any-args and return `any` to satisfy both at runtime.
        if (args.length === 0)
            return registries/* globalRegistry */.fd.get(this);
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, args[0]);
        return cl;
    },
    isOptional() {
        return this.safeParse(undefined).success;
    },
    isNullable() {
        return this.safeParse(null).success;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
    // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", {
            ...standardProps(this),
            jsonSchema: {
                input: createStandardJSONSchemaMethod(this, "input"),
                output: createStandardJSONSchemaMethod(this, "output"),
            },
        });
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
    parse: function _parse(data, params) {
        return classic_parse_parse(this, data, params, { callee: _parse });
    },
    parseAsync: async function _parseAsync(data, params) {
        return await classic_parse_parseAsync(this, data, params, { callee: _parseAsync });
    },
    safeParse(data, params) {
        return parse_safeParse(this, data, params);
    },
    async safeParseAsync(data, params) {
        return parse_safeParseAsync(this, data, params);
    },
    // `spa` is an alias: same function object as `safeParseAsync`, as before.
    get spa() {
        return this?.safeParseAsync;
    },
    set spa(value) {
        core_util/* own */.qh(this, "spa", value);
    },
    validate(data, params) {
        return validate(this, data, params);
    },
    validateAsync(data, params) {
        return parse_validateAsync(this, data, params);
    },
    encode: function _encode(data, params) {
        return parse_encode(this, data, params, { callee: _encode });
    },
    decode: function _decode(data, params) {
        return parse_decode(this, data, params, { callee: _decode });
    },
    encodeAsync: async function _encodeAsync(data, params) {
        return await parse_encodeAsync(this, data, params, { callee: _encodeAsync });
    },
    decodeAsync: async function _decodeAsync(data, params) {
        return await parse_decodeAsync(this, data, params, { callee: _decodeAsync });
    },
    safeEncode(data, params) {
        return parse_safeEncode(this, data, params);
    },
    safeDecode(data, params) {
        return parse_safeDecode(this, data, params);
    },
    async safeEncodeAsync(data, params) {
        return parse_safeEncodeAsync(this, data, params);
    },
    async safeDecodeAsync(data, params) {
        return parse_safeDecodeAsync(this, data, params);
    },
    toJSONSchema(params) {
        return createToJSONSchemaMethod(this, {})(params);
    },
    // Reads through to the registry on every access, so it must not cache.
    get description() {
        return registries/* globalRegistry */.fd.get(this)?.description;
    },
    // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
    get _def() {
        return this._zod.def;
    },
});
/** @internal */
const _ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("_ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null,
}, {
    regex(...args) {
        return this.check(api/* _regex */.Fk(...args));
    },
    includes(...args) {
        return this.check(api/* _includes */.dR(...args));
    },
    startsWith(...args) {
        return this.check(api/* _startsWith */.$S(...args));
    },
    endsWith(...args) {
        return this.check(api/* _endsWith */.ER(...args));
    },
    min(...args) {
        return this.check(api/* _minLength */.m9(...args));
    },
    max(...args) {
        return this.check(api/* _maxLength */.Eb(...args));
    },
    length(...args) {
        return this.check(api/* _length */.YA(...args));
    },
    nonempty(...args) {
        return this.check(api/* _minLength */.m9(1, ...args));
    },
    lowercase(params) {
        return this.check(api/* _lowercase */.hH(params));
    },
    uppercase(params) {
        return this.check(api/* _uppercase */.qF(params));
    },
    trim() {
        return this.check(api/* _trim */.WN());
    },
    normalize(...args) {
        return this.check(api/* _normalize */.lo(...args));
    },
    toLowerCase() {
        return this.check(api/* _toLowerCase */.Il());
    },
    toUpperCase() {
        return this.check(api/* _toUpperCase */.xY());
    },
    slugify() {
        return this.check(api/* _slugify */.TL());
    },
}));
const ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    _ZodString.init(inst, def);
}, {
    email(params) {
        return this.check(api/* _email */.Mu(ZodEmail, params));
    },
    url(params) {
        return this.check(api/* _url */.Fn(ZodURL, params));
    },
    jwt(params) {
        return this.check(api/* _jwt */.rk(ZodJWT, params));
    },
    emoji(params) {
        return this.check(api/* _emoji */.aC(ZodEmoji, params));
    },
    guid(params) {
        return this.check(api/* _guid */.tB(ZodGUID, params));
    },
    uuid(params) {
        return this.check(api/* _uuid */.Be(ZodUUID, params));
    },
    uuidv4(params) {
        return this.check(api/* _uuidv4 */.nA(ZodUUID, params));
    },
    uuidv6(params) {
        return this.check(api/* _uuidv6 */.pY(ZodUUID, params));
    },
    uuidv7(params) {
        return this.check(api/* _uuidv7 */.wA(ZodUUID, params));
    },
    nanoid(params) {
        return this.check(api/* _nanoid */.Dl(ZodNanoID, params));
    },
    cuid(params) {
        return this.check(api/* _cuid */.fs(ZodCUID, params));
    },
    cuid2(params) {
        return this.check(api/* _cuid2 */.Bj(ZodCUID2, params));
    },
    ulid(params) {
        return this.check(api/* _ulid */.Ct(ZodULID, params));
    },
    base64(params) {
        return this.check(api/* _base64 */.rt(ZodBase64, params));
    },
    base64url(params) {
        return this.check(api/* _base64url */.cU(ZodBase64URL, params));
    },
    xid(params) {
        return this.check(api/* _xid */.Pw(ZodXID, params));
    },
    ksuid(params) {
        return this.check(api/* _ksuid */._z(ZodKSUID, params));
    },
    ipv4(params) {
        return this.check(api/* _ipv4 */.Ny(ZodIPv4, params));
    },
    ipv6(params) {
        return this.check(api/* _ipv6 */.$O(ZodIPv6, params));
    },
    cidrv4(params) {
        return this.check(api/* _cidrv4 */.Uy(ZodCIDRv4, params));
    },
    cidrv6(params) {
        return this.check(api/* _cidrv6 */.gP(ZodCIDRv6, params));
    },
    e164(params) {
        return this.check(api/* _e164 */.KB(ZodE164, params));
    },
    datetime(params) {
        return this.check(api/* _isoDateTime */.G1(ZodISODateTime, params));
    },
    date(params) {
        return this.check(api/* _isoDate */.db(ZodISODate, params));
    },
    time(params) {
        return this.check(api/* _isoTime */.Kn(ZodISOTime, params));
    },
    duration(params) {
        return this.check(api/* _isoDuration */.f2(ZodISODuration, params));
    },
});
function string(params) {
    return api/* _string */.Rl(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    _ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODateTime", (inst, def) => {
    $ZodISODateTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODate", (inst, def) => {
    $ZodISODate.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISOTime", (inst, def) => {
    $ZodISOTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODuration", (inst, def) => {
    $ZodISODuration.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmail", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmail.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function email(params) {
    return core._email(ZodEmail, params);
}
const ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodGUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodGUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function guid(params) {
    return core._guid(ZodGUID, params);
}
const ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodUUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function uuid(params) {
    return core._uuid(ZodUUID, params);
}
function uuidv4(params) {
    return core._uuidv4(ZodUUID, params);
}
// ZodUUIDv6
function uuidv6(params) {
    return core._uuidv6(ZodUUID, params);
}
// ZodUUIDv7
function uuidv7(params) {
    return core._uuidv7(ZodUUID, params);
}
const ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodURL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodURL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function url(params) {
    return core._url(ZodURL, params);
}
function httpUrl(params) {
    return core._url(ZodURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmoji", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmoji.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function emoji(params) {
    return core._emoji(ZodEmoji, params);
}
const ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNanoID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodNanoID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function nanoid(params) {
    return core._nanoid(ZodNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
function cuid(params) {
    return core._cuid(ZodCUID, params);
}
const ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID2", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID2.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cuid2(params) {
    return core._cuid2(ZodCUID2, params);
}
const ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodULID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodULID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ulid(params) {
    return core._ulid(ZodULID, params);
}
const ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodXID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodXID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function xid(params) {
    return core._xid(ZodXID, params);
}
const ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodKSUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodKSUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ksuid(params) {
    return core._ksuid(ZodKSUID, params);
}
const ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv4", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv4(params) {
    return core._ipv4(ZodIPv4, params);
}
const ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMAC", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodMAC.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function mac(params) {
    return core._mac(ZodMAC, params);
}
const ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv6", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv6(params) {
    return core._ipv6(ZodIPv6, params);
}
const ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv4", (inst, def) => {
    $ZodCIDRv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv4(params) {
    return core._cidrv4(ZodCIDRv4, params);
}
const ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv6", (inst, def) => {
    $ZodCIDRv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv6(params) {
    return core._cidrv6(ZodCIDRv6, params);
}
const ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64(params) {
    return core._base64(ZodBase64, params);
}
const ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64URL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64URL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64url(params) {
    return core._base64url(ZodBase64URL, params);
}
const ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodE164", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodE164.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function e164(params) {
    return core._e164(ZodE164, params);
}
const ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function creditCard(params) {
    return core._creditCard(ZodCreditCard, params);
}
const ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function iban(params) {
    return core._iban(ZodIBAN, params);
}
const ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("ZodJWT", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodJWT.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function jwt(params) {
    return core._jwt(ZodJWT, params);
}
const ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCustomStringFormat", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodCustomStringFormat.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodCustomStringFormat, format, fnOrRegex, _params);
}
function hostname(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hostname", regexes.hostname, _params);
}
function hex(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hex", regexes.hex, _params);
}
function currencyCode(_params) {
    return core._stringFormat(ZodCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodCustomStringFormat, format, regex, params);
}
const ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumber", (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => {
        const { minimum, exclusiveMinimum } = aggregateChecks(inst);
        return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
        const { maximum, exclusiveMaximum } = aggregateChecks(inst);
        return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
        const { isInt, multipleOf } = aggregateChecks(inst);
        return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    int(params) {
        return this.check(schemas_int(params));
    },
    safe(params) {
        return this.check(schemas_int(params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(0, params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(0, params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(0, params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(0, params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    step(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    finite() {
        return this;
    },
}));
function number(params) {
    return api/* _number */.F7(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumberFormat", (inst, def) => {
    $ZodNumberFormat.init(inst, def);
    ZodNumber.init(inst, def);
});
function schemas_int(params) {
    return api/* _int */.LK(ZodNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBoolean", (inst, def) => {
    $ZodBoolean.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function schemas_boolean(params) {
    return api/* _boolean */._L(ZodBoolean, params);
}
const ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBigInt", (inst, def) => {
    $ZodBigInt.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => bigintProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => aggregateChecks(inst).minimum ?? null,
    maxValue: (inst) => aggregateChecks(inst).maximum ?? null,
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(BigInt(0), params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(BigInt(0), params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(BigInt(0), params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(BigInt(0), params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
}));
function bigint(params) {
    return core._bigint(ZodBigInt, params);
}
const ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodBigIntFormat, params);
}
const ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.symbolProcessor(inst, ctx, json, params);
})));
function symbol(params) {
    return core._symbol(ZodSymbol, params);
}
const ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.undefinedProcessor(inst, ctx, json, params);
})));
function _undefined(params) {
    return core._undefined(ZodUndefined, params);
}

const ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNull", (inst, def) => {
    core.$ZodNull.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nullProcessor(inst, ctx, json, params);
})));
function _null(params) {
    return core._null(ZodNull, params);
}

const ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.anyProcessor(inst, ctx, json, params);
})));
function any() {
    return core._any(ZodAny);
}
const ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnknown", (inst, def) => {
    $ZodUnknown.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
    return api/* _unknown */.em(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNever", (inst, def) => {
    $ZodNever.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
    return api/* _never */.G8(ZodNever, params);
}
const ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.voidProcessor(inst, ctx, json, params);
})));
function _void(params) {
    return core._void(ZodVoid, params);
}

const ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDate", (inst, def) => {
    $ZodDate.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => dateProcessor(inst, ctx, json, params);
    inst.min = (value, params) => inst.check(api/* _gte */.qm(value, params));
    inst.max = (value, params) => inst.check(api/* _lte */.Zm(value, params));
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minDate: (inst) => {
        const { minimum } = aggregateChecks(inst);
        return minimum ? new Date(minimum) : null;
    },
    maxDate: (inst) => {
        const { maximum } = aggregateChecks(inst);
        return maximum ? new Date(maximum) : null;
    },
}, {}));
function date(params) {
    return core._date(ZodDate, params);
}
const ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("ZodArray", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodArray.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
    inst.element = def.element;
}, {
    min(n, params) {
        return this.check(api/* _minLength */.m9(n, params));
    },
    nonempty(params) {
        return this.check(api/* _minLength */.m9(1, params));
    },
    max(n, params) {
        return this.check(api/* _maxLength */.Eb(n, params));
    },
    length(n, params) {
        return this.check(api/* _length */.YA(n, params));
    },
    unwrap() {
        return this.element;
    },
});
function array(element, params) {
    return api/* _array */.dZ(ZodArray, element, params);
}
// .keyof
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return _enum(Object.keys(shape));
}
const ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("ZodObject", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodObjectJIT.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
    core_util/* installLazyProp */.X(inst, "shape", (self) => self._zod.def.shape, false);
}, {
    keyof() {
        return _enum(Object.keys(this._zod.def.shape));
    },
    catchall(catchall) {
        // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: catchall }));
    },
    passthrough() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    loose() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    strict() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: never() }));
    },
    strip() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: undefined }));
    },
    extend(incoming) {
        return core_util/* extend */.X$(this, incoming);
    },
    safeExtend(incoming) {
        return core_util/* safeExtend */.W0(this, incoming);
    },
    merge(other) {
        return core_util/* merge */.h1(this, other);
    },
    pick(mask) {
        return core_util/* pick */.Up(this, mask);
    },
    omit(mask) {
        return core_util/* omit */.cJ(this, mask);
    },
    partial(...args) {
        return core_util/* partial */.OH(ZodOptional, this, args[0]);
    },
    exactPartial(...args) {
        return core_util/* partial */.OH(ZodExactOptional, this, args[0], "exactPartial");
    },
    required(...args) {
        return core_util/* required */.mw(ZodNonOptional, this, args[0]);
    },
});
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...core_util/* normalizeParams */.A2(params),
    };
    return new ZodObject(def);
}
// strictObject
function strictObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: never(),
        ...util.normalizeParams(params),
    });
}
// looseObject
function looseObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnion", (inst, def) => {
    $ZodUnion.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
});
function union(options, params) {
    return new ZodUnion({
        type: "union",
        options: options,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodXor", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodDiscriminatedUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDiscriminatedUnion", (inst, def) => {
    ZodUnion.init(inst, def);
    $ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
    // const [options, params] = args;
    return new ZodDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIntersection", (inst, def) => {
    $ZodIntersection.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
    return new ZodIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTuple", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTuple.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
    rest(rest) {
        return this.clone({
            ...this._zod.def,
            rest: rest,
        });
    },
    partial() {
        const def = this._zod.def;
        // a refinement was authored against the full arity; partialing would run it on a shorter array
        if (def.checks?.length)
            throw new Error(".partial() cannot be used on tuple schemas containing refinements");
        return this.clone({
            ...def,
            items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item })),
        });
    },
});
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof $ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodTuple({
        type: "tuple",
        items: items,
        rest,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodRecord = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodRecord", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodRecord.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.recordProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
})));
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodRecord({
            type: "record",
            keyType: string(),
            valueType: keyType,
            ...util.normalizeParams(valueType),
        });
    }
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
// type alksjf = core.output<core.$ZodRecordKey>;
function partialRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMap", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodMap.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.mapProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function map(keyType, valueType, params) {
    return new ZodMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSet", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodSet.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.setProcessor(inst, ctx, json, params);
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function set(valueType, params) {
    return new ZodSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEnum", (inst, def) => {
    $ZodEnum.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
    inst.enum = def.entries;
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
    const keys = new Set(Object.keys(def.entries));
    inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
            if (keys.has(value)) {
                newEntries[value] = def.entries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
    inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
            if (keys.has(value)) {
                delete newEntries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
});
function _enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodEnum({
        type: "enum",
        entries,
        ...core_util/* normalizeParams */.A2(params),
    });
}

/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("ZodLiteral", (inst, def) => {
    $ZodLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
    inst.values = new Set(def.values);
    Object.defineProperty(inst, "value", {
        get() {
            if (def.values.length > 1) {
                throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
            }
            return def.values[0];
        },
    });
});
function literal(value, params) {
    return new ZodLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.fileProcessor(inst, ctx, json, params);
    inst.min = (size, params) => inst.check(core._minSize(size, params));
    inst.max = (size, params) => inst.check(core._maxSize(size, params));
    inst.mime = (types, params) => inst.check(core._mime(Array.isArray(types) ? types : [types], params));
})));
function file(params) {
    return core._file(ZodFile, params);
}
const ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTransform", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTransform.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
    inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(core_util/* issue */.sn(issue, payload.value, def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = inst);
                // _issue.continue ??= true;
                payload.issues.push(core_util/* issue */.sn(_issue));
            }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        payload.value = output;
        return payload;
    };
});
function transform(fn) {
    return new ZodTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodOptional", (inst, def) => {
    $ZodOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
    return new ZodOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodExactOptional", (inst, def) => {
    $ZodExactOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
    return new ZodExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNullable", (inst, def) => {
    $ZodNullable.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
    return new ZodNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
function nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDefault", (inst, def) => {
    $ZodDefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
    return new ZodDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPrefault", (inst, def) => {
    $ZodPrefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
    return new ZodPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNonOptional", (inst, def) => {
    $ZodNonOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
    return new ZodNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.successProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function success(innerType) {
    return new ZodSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCatch", (inst, def) => {
    $ZodCatch.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
    return new ZodCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : core_util/* constantCatch */.SS(catchValue)),
    });
}

const ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nanProcessor(inst, ctx, json, params);
})));
function nan(params) {
    return core._nan(ZodNaN, params);
}
const ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPipe", (inst, def) => {
    $ZodPipe.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
    inst.in = def.in;
    inst.out = def.out;
});
function pipe(in_, out) {
    return new ZodPipe({
        type: "pipe",
        in: in_,
        out: out,
        // ...util.normalizeParams(params),
    });
}
const ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCodec", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodCodec.init(inst, def);
})));
function codec(in_, out, params) {
    return new ZodCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPreprocess", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodPreprocess.init(inst, def);
})));
const ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("ZodReadonly", (inst, def) => {
    $ZodReadonly.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
    return new ZodReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.templateLiteralProcessor(inst, ctx, json, params);
})));
function templateLiteral(parts, params) {
    return new ZodTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodLazy", (inst, def) => {
    core.$ZodLazy.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.lazyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.getter();
})));
function lazy(getter) {
    return new ZodLazy({
        type: "lazy",
        getter: getter,
    });
}
const ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.promiseProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function promise(innerType) {
    return new ZodPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.functionProcessor(inst, ctx, json, params);
})));
function _function(params) {
    return new ZodFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}

const ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCustom", (inst, def) => {
    $ZodCustom.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
// custom checks
function check(fn) {
    const ch = new core.$ZodCheck({
        check: "custom",
        // ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
function custom(fn, _params) {
    return api/* _custom */.FO(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
    return api/* _refine */.fU(ZodCustom, fn, _params);
}
// superRefine
function superRefine(fn, params) {
    return api/* _superRefine */.MB(fn, params);
}
// Re-export describe and meta from core
const describe = api/* describe */.q0;
const meta = api/* meta */.mI;
const ZodInstanceOf = /*@__PURE__*/ core_core/* $constructor */.xI("ZodInstanceOf", (inst, def) => {
    ZodCustom.init(inst, def);
}, {
    properties(shape, params) {
        // asserts in place, so the narrowed output type is truthful without a wrapper
        return this.check(api/* _properties */.T2(shape, params));
    },
});
function _instanceof(cls, params = {}) {
    const inst = new ZodInstanceOf({
        type: "custom",
        check: "custom",
        fn: (data) => data instanceof cls,
        abort: true,
        ...util.normalizeParams(params),
    });
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => core._stringbool({
    Codec: ZodCodec,
    Boolean: ZodBoolean,
    String: ZodString,
}, ...args);
function json(params) {
    const jsonSchema = lazy(() => {
        return union([string(params), number(), schemas_boolean(), _null(), array(jsonSchema), record(string(), jsonSchema)]);
    });
    return jsonSchema;
}
// preprocess
function preprocess(fn, schema) {
    return new ZodPreprocess({
        type: "pipe",
        in: transform(fn),
        out: schema,
    });
}


/***/ }),

/***/ 759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ _ipv6),
/* harmony export */   $S: () => (/* binding */ _startsWith),
/* harmony export */   Au: () => (/* binding */ _lt),
/* harmony export */   Be: () => (/* binding */ _uuid),
/* harmony export */   Bj: () => (/* binding */ _cuid2),
/* harmony export */   Ct: () => (/* binding */ _ulid),
/* harmony export */   Dl: () => (/* binding */ _nanoid),
/* harmony export */   ER: () => (/* binding */ _endsWith),
/* harmony export */   Eb: () => (/* binding */ _maxLength),
/* harmony export */   F7: () => (/* binding */ _number),
/* harmony export */   FO: () => (/* binding */ _custom),
/* harmony export */   Fk: () => (/* binding */ _regex),
/* harmony export */   Fn: () => (/* binding */ _url),
/* harmony export */   G1: () => (/* binding */ _isoDateTime),
/* harmony export */   G8: () => (/* binding */ _never),
/* harmony export */   Hi: () => (/* binding */ _multipleOf),
/* harmony export */   Il: () => (/* binding */ _toLowerCase),
/* harmony export */   KB: () => (/* binding */ _e164),
/* harmony export */   Kn: () => (/* binding */ _isoTime),
/* harmony export */   LK: () => (/* binding */ _int),
/* harmony export */   MB: () => (/* binding */ _superRefine),
/* harmony export */   Mu: () => (/* binding */ _email),
/* harmony export */   Ny: () => (/* binding */ _ipv4),
/* harmony export */   Pw: () => (/* binding */ _xid),
/* harmony export */   Rl: () => (/* binding */ _string),
/* harmony export */   T2: () => (/* binding */ _properties),
/* harmony export */   TL: () => (/* binding */ _slugify),
/* harmony export */   Tx: () => (/* binding */ _gt),
/* harmony export */   Uy: () => (/* binding */ _cidrv4),
/* harmony export */   WN: () => (/* binding */ _trim),
/* harmony export */   YA: () => (/* binding */ _length),
/* harmony export */   Zm: () => (/* binding */ _lte),
/* harmony export */   _L: () => (/* binding */ _boolean),
/* harmony export */   _z: () => (/* binding */ _ksuid),
/* harmony export */   aC: () => (/* binding */ _emoji),
/* harmony export */   bS: () => (/* binding */ _overwrite),
/* harmony export */   cU: () => (/* binding */ _base64url),
/* harmony export */   dR: () => (/* binding */ _includes),
/* harmony export */   dZ: () => (/* binding */ _array),
/* harmony export */   db: () => (/* binding */ _isoDate),
/* harmony export */   em: () => (/* binding */ _unknown),
/* harmony export */   f2: () => (/* binding */ _isoDuration),
/* harmony export */   fU: () => (/* binding */ _refine),
/* harmony export */   fs: () => (/* binding */ _cuid),
/* harmony export */   gP: () => (/* binding */ _cidrv6),
/* harmony export */   hH: () => (/* binding */ _lowercase),
/* harmony export */   lo: () => (/* binding */ _normalize),
/* harmony export */   m9: () => (/* binding */ _minLength),
/* harmony export */   mI: () => (/* binding */ meta),
/* harmony export */   nA: () => (/* binding */ _uuidv4),
/* harmony export */   pY: () => (/* binding */ _uuidv6),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   qF: () => (/* binding */ _uppercase),
/* harmony export */   qm: () => (/* binding */ _gte),
/* harmony export */   rk: () => (/* binding */ _jwt),
/* harmony export */   rt: () => (/* binding */ _base64),
/* harmony export */   tB: () => (/* binding */ _guid),
/* harmony export */   wA: () => (/* binding */ _uuidv7),
/* harmony export */   xY: () => (/* binding */ _toUpperCase)
/* harmony export */ });
/* unused harmony exports _coercedString, _mac, _creditCard, _iban, TimePrecision, _coercedNumber, _float32, _float64, _int32, _uint32, _coercedBoolean, _bigint, _coercedBigint, _int64, _uint64, _symbol, _undefined, _null, _any, _void, _date, _coercedDate, _nan, _max, _min, _positive, _negative, _nonpositive, _nonnegative, _maxSize, _minSize, _size, _property, _mime, _union, _xor, _discriminatedUnion, _intersection, _tuple, _record, _map, _set, _enum, _nativeEnum, _literal, _file, _transform, _optional, _nullable, _default, _nonoptional, _success, _catch, _pipe, _readonly, _templateLiteral, _lazy, _promise, _check, _stringbool, _stringFormat */
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(890);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(396);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(723);




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _null(Class, params) {
    return new Class({
        type: "null",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMultipleOf */ .Jk({
        check: "multiple_of",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMaxLength */ .Yk({
        check: "max_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMinLength */ .Kk({
        check: "min_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLengthEquals */ .RM({
        check: "length_equals",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckRegex */ .DG({
        check: "string_format",
        format: "regex",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLowerCase */ .NI({
        check: "string_format",
        format: "lowercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckUpperCase */ .kH({
        check: "string_format",
        format: "uppercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckIncludes */ .Tt({
        check: "string_format",
        format: "includes",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckStartsWith */ .J({
        check: "string_format",
        format: "starts_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckEndsWith */ .E6({
        check: "string_format",
        format: "ends_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckProperties */ .nJ({
        check: "properties",
        shape,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckOverwrite */ .v$({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => _util_js__WEBPACK_IMPORTED_MODULE_0__/* .slugify */ .Yv(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = _util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({
        check: "custom",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = util.normalizeParams(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? schemas.$ZodCodec;
    const _Boolean = Classes.Boolean ?? schemas.$ZodBoolean;
    const _String = Classes.String ?? schemas.$ZodString;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}


/***/ }),

/***/ 890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ $ZodCheckRegex),
/* harmony export */   E6: () => (/* binding */ $ZodCheckEndsWith),
/* harmony export */   J: () => (/* binding */ $ZodCheckStartsWith),
/* harmony export */   J_: () => (/* binding */ $ZodCheckGreaterThan),
/* harmony export */   Jk: () => (/* binding */ $ZodCheckMultipleOf),
/* harmony export */   KH: () => (/* binding */ $ZodCheckNumberFormat),
/* harmony export */   Kk: () => (/* binding */ $ZodCheckMinLength),
/* harmony export */   NI: () => (/* binding */ $ZodCheckLowerCase),
/* harmony export */   QP: () => (/* binding */ $ZodCheck),
/* harmony export */   RM: () => (/* binding */ $ZodCheckLengthEquals),
/* harmony export */   Tt: () => (/* binding */ $ZodCheckIncludes),
/* harmony export */   Yk: () => (/* binding */ $ZodCheckMaxLength),
/* harmony export */   kH: () => (/* binding */ $ZodCheckUpperCase),
/* harmony export */   nJ: () => (/* binding */ $ZodCheckProperties),
/* harmony export */   ql: () => (/* binding */ $ZodCheckStringFormat),
/* harmony export */   sm: () => (/* binding */ $ZodCheckLessThan),
/* harmony export */   v$: () => (/* binding */ $ZodCheckOverwrite)
/* harmony export */ });
/* unused harmony exports $ZodCheckBigIntFormat, $ZodCheckMaxSize, $ZodCheckMinSize, $ZodCheckSizeEquals, $ZodCheckProperty, $ZodCheckMimeType */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(532);
/* harmony import */ var _regexes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(908);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(723);
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !_util_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckGreaterThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : _util_js__WEBPACK_IMPORTED_MODULE_1__/* .floatSafeRemainder */ .LG(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckNumberFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER_FORMAT_RANGES */ .zH[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input) : units;
        if (length <= def.maximum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMinLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLengthEquals = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way — and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length === def.length)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStringFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLowerCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .lowercase */ .AC);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .uppercase */ .Zv);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStartsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckEndsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(..._util_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixIssues */ .lQ(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    _util_js__WEBPACK_IMPORTED_MODULE_1__/* .hide */ .jD(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
});
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
});


/***/ }),

/***/ 532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cV: () => (/* binding */ $ZodEncodeError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* unused harmony exports NEVER, $brand */
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(723);
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, …) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` — unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}


/***/ }),

/***/ 908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ lowercase),
/* harmony export */   Ak: () => (/* binding */ nanoid),
/* harmony export */   D2: () => (/* binding */ nanoidOfLength),
/* harmony export */   F: () => (/* binding */ httpProtocol),
/* harmony export */   Gl: () => (/* binding */ cuid2),
/* harmony export */   K3: () => (/* binding */ base64),
/* harmony export */   Os: () => (/* binding */ guid),
/* harmony export */   Rp: () => (/* binding */ email),
/* harmony export */   Z0: () => (/* binding */ ulid),
/* harmony export */   Zg: () => (/* binding */ emoji),
/* harmony export */   Zv: () => (/* binding */ uppercase),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   fO: () => (/* binding */ ksuid),
/* harmony export */   gF: () => (/* binding */ cuid),
/* harmony export */   gp: () => (/* binding */ anyString),
/* harmony export */   hQ: () => (/* binding */ e164),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kM: () => (/* binding */ xid),
/* harmony export */   l7: () => (/* binding */ cidrv6),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   o: () => (/* binding */ bigint),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   r0: () => (/* binding */ base64url),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   uX: () => (/* binding */ ipv4),
/* harmony export */   ug: () => (/* binding */ ipv6),
/* harmony export */   w$: () => (/* binding */ datetime),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zr: () => (/* binding */ cidrv4)
/* harmony export */ });
/* unused harmony exports extendedDuration, uuid4, uuid6, uuid7, html5Email, rfc5322Email, unicodeEmail, idnEmail, browserEmail, mac, hostname, domain, creditCard, currencyCode, iban, string, null, undefined, hex, md5_hex, md5_base64, md5_base64url, sha1_hex, sha1_base64, sha1_base64url, sha256_hex, sha256_base64, sha256_base64url, sha384_hex, sha384_base64, sha384_base64url, sha512_hex, sha512_base64, sha512_base64url */

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor — a pictograph, a regional indicator, or the enclosing keycap — because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12–19 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));


/***/ }),

/***/ 396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fd: () => (/* binding */ globalRegistry)
/* harmony export */ });
/* unused harmony exports $output, $input, $ZodRegistry, registry */
var _a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;


/***/ }),

/***/ 723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   B7: () => (/* binding */ stringifyPrimitive),
/* harmony export */   GW: () => (/* binding */ parsedType),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   LG: () => (/* binding */ floatSafeRemainder),
/* harmony export */   MO: () => (/* binding */ rawShape),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   NR: () => (/* binding */ BIGINT_FORMAT_RANGES),
/* harmony export */   O7: () => (/* binding */ codePointLength),
/* harmony export */   OH: () => (/* binding */ partial),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Rc: () => (/* binding */ getLengthableOrigin),
/* harmony export */   SS: () => (/* binding */ constantCatch),
/* harmony export */   UQ: () => (/* binding */ esc),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   W0: () => (/* binding */ safeExtend),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   Yv: () => (/* binding */ slugify),
/* harmony export */   cJ: () => (/* binding */ omit),
/* harmony export */   cl: () => (/* binding */ nullish),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hI: () => (/* binding */ allowsEval),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   jw: () => (/* binding */ joinValues),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   qQ: () => (/* binding */ propertyKeyTypes),
/* harmony export */   qh: () => (/* binding */ own),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   sD: () => (/* binding */ escapeRegex),
/* harmony export */   sn: () => (/* binding */ issue),
/* harmony export */   un: () => (/* binding */ derived),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal),
/* harmony export */   w5: () => (/* binding */ getEnumValues),
/* harmony export */   yG: () => (/* binding */ shallowClone),
/* harmony export */   zH: () => (/* binding */ NUMBER_FORMAT_RANGES),
/* harmony export */   zM: () => (/* binding */ mergeDefs)
/* harmony export */ });
/* unused harmony exports assertEqual, assertNotEqual, toZod, assertIs, assertNever, assert, defineLazy, objectClone, cloneDef, getElementAtPath, promiseAllObject, randomString, numKeys, getParsedType, primitiveTypes, createTransparentProxy, unwrapMessage, getSizableOrigin, cleanEnum, base64ToUint8Array, uint8ArrayToBase64, base64urlToUint8Array, uint8ArrayToBase64url, hexToUint8Array, uint8ArrayToHex, Class, CONSTANT_CATCH */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(532);

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ (/* unused pure expression or super */ null && (Symbol("evaluating")));
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key — an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (_core_js__WEBPACK_IMPORTED_MODULE_0__/* .globalConfig */ .cr.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
});
function isPlainObject(o) {
    if (isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to — the same check instance is shared by every clone of that schema — so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together — see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype — never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(473);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
